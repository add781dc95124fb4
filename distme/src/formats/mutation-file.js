import { messageOf } from "../base/message.js";
import { shapes } from "../base/shapes.js";
/** A file that is no mutation result; the message says what is wrong. */
export class MutationFileError extends Error {
    name = "MutationFileError";
}
const { object, list, text, integer, wrong } = shapes((message) => new MutationFileError(message));
const FORMAT = "kexec-model mutation 1";
/**
 * A mutation result as text: JSON, one line per mutant, so that a difference between two of them is
 * read line by line. Properties are numbered.
 */
export function mutationText({ kernels, properties, mutants, alone }) {
    const names = Object.keys(properties);
    const killers = [...new Set(Object.values(mutants).flatMap(killersOf))];
    const extra = killers.filter((name) => !(name in properties)).sort();
    const numbers = new Map([...names, ...extra].map((name, i) => [name, i]));
    const lines = Object.entries(mutants).map(([name, result]) => `${JSON.stringify(name)}: ${JSON.stringify(packed(result, numbers))}`);
    return [
        "{",
        `"format": ${JSON.stringify(FORMAT)},`,
        `"kernels": ${JSON.stringify(kernels)},`,
        '"properties": [',
        [...names.map((name) => [name, properties[name]]), ...extra.map((name) => [name, null])]
            .map((entry) => JSON.stringify(entry))
            .join(",\n"),
        "],",
        '"alone": [',
        Object.entries(alone)
            .map(([name, { mutant, where, steps }]) => JSON.stringify([name, mutant, where, steps]))
            .join(",\n"),
        "],",
        '"mutants": {',
        lines.join(",\n"),
        "}",
        "}",
        "",
    ].join("\n");
}
function killersOf(result) {
    return result.verdict === "killed" ? result.by.map(({ name }) => name) : [];
}
function packed(result, numbers) {
    const { part, verdict } = result;
    switch (verdict) {
        case "killed":
            return [
                part,
                verdict,
                result.where,
                ...result.by.map(({ name, steps }) => [numbers.get(name) ?? -1, steps]),
            ];
        case "suite":
            return [part, verdict, result.found];
        case "equivalent":
            return [part, verdict, ...packedProof(result.proof)];
        case "survived":
            return [part, verdict, result.why];
    }
}
function packedProof(proof) {
    if (proof.kind === "unreached")
        return [proof.kind];
    if (proof.kind === "same-steps")
        return [proof.kind, proof.compared];
    const worlds = proof.worlds.map(({ where, states, mutantStates, pairs }) => [
        where,
        states,
        mutantStates,
        pairs,
    ]);
    return [proof.kind, ...worlds];
}
/**
 * Reads what `mutationText` wrote.
 *
 * @throws MutationFileError naming the place, what was expected there and what was found
 */
export function parseMutation(written) {
    return mutationOf(parsed(written));
}
/** Reads what `mutationText` wrote and somebody parsed. @throws MutationFileError */
export function mutationOf(json) {
    const file = object(json, "file");
    if (file["format"] !== FORMAT)
        throw wrong("format", JSON.stringify(FORMAT), file["format"]);
    const properties = list(file["properties"], "properties").map((entry, i) => {
        const [name, digest] = list(entry, `properties[${i}]`);
        return [text(name, `properties[${i}][0]`), digest];
    });
    const names = properties.map(([name]) => name);
    return {
        kernels: list(file["kernels"], "kernels").map((kernel, i) => text(kernel, `kernels[${i}]`)),
        properties: Object.fromEntries(properties.flatMap(([name, digest]) => (typeof digest === "string" ? [[name, digest]] : []))),
        alone: Object.fromEntries(list(file["alone"], "alone").map((entry, i) => refutation(entry, `alone[${i}]`))),
        mutants: Object.fromEntries(Object.entries(object(file["mutants"], "mutants")).map(([name, line]) => [
            name,
            unpacked(list(line, `mutants.${name}`), names, `mutants.${name}`),
        ])),
    };
}
function parsed(written) {
    try {
        return JSON.parse(written);
    }
    catch (error) {
        throw new MutationFileError(`expected JSON, got: ${messageOf(error)}`);
    }
}
function unpacked(line, names, at) {
    const [part, verdict, first, ...rest] = line;
    const base = { part: text(part, `${at}[0]`) };
    switch (verdict) {
        case "killed":
            return {
                ...base,
                verdict,
                where: text(first, `${at}[2]`),
                by: rest.map((entry, i) => broken(entry, names, `${at}[${i + 3}]`)),
            };
        case "suite":
            return { ...base, verdict, found: text(first, `${at}[2]`) };
        case "survived":
            return { ...base, verdict, why: text(first, `${at}[2]`) };
        case "equivalent":
            return { ...base, verdict, proof: proof(first, rest, at) };
        default:
            throw wrong(`${at}[1]`, "killed, suite, equivalent or survived", verdict);
    }
}
function broken(entry, names, at) {
    const [number, steps] = list(entry, at);
    const name = names[Number(number)];
    if (name === undefined)
        throw wrong(`${at}[0]`, "the number of a property", number);
    return { name, steps: steps === null ? null : integer(steps, `${at}[1]`) };
}
function refutation(entry, at) {
    const [name, mutant, where, steps] = list(entry, at);
    return [
        text(name, `${at}[0]`),
        {
            mutant: text(mutant, `${at}[1]`),
            where: text(where, `${at}[2]`),
            steps: integer(steps, `${at}[3]`),
        },
    ];
}
function proof(kind, rest, at) {
    if (kind === "unreached")
        return { kind };
    if (kind === "same-steps")
        return { kind, compared: integer(rest[0], `${at}[3]`) };
    if (kind !== "bisimilar")
        throw wrong(`${at}[2]`, "the kind of a proof", kind);
    return {
        kind,
        worlds: rest.map((entry, i) => {
            const place = `${at}[${i + 3}]`;
            const [where, states, mutantStates, pairs] = list(entry, place);
            return {
                where: text(where, `${place}[0]`),
                states: integer(states, `${place}[1]`),
                mutantStates: integer(mutantStates, `${place}[2]`),
                pairs: integer(pairs, `${place}[3]`),
            };
        }),
    };
}
//# sourceMappingURL=mutation-file.js.map