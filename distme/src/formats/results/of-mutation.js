import { memoryVariants } from "../../model/memory-variants.js";
import { operators } from "../../mutation/one-edge.js";
import { subjects } from "../../mutation/subjects.js";
import { placeIn } from "./of-check.js";
import { plainCase, } from "./results.js";
import { sourceIndex } from "./source-index.js";
const idle = {
    id: "promise-kills-a-mutant",
    statement: "Every promise is broken by some mutant of the model.",
    help: "A promise that nothing breaks may say less than it seems to.",
    location: null,
};
const written = {
    id: "committed-result-is-right",
    statement: "The committed result is what a new judgement of what changed finds.",
    help: "Look at the differences, then write the file: kexec-model mutate --write",
    location: null,
};
/** A mutation run as results: a case for each mutant, for each promise and for each difference. */
export function resultsOfMutation({ tool, mutants, score, committed }, times, index = sourceIndex()) {
    const [name = "", version = ""] = tool.split(" ");
    return {
        tool: { name, version },
        title: "mutate",
        suites: [
            {
                name: "mutants",
                facts: score ? { score: `${(100 * score.propertyScore).toFixed(1)} %` } : {},
                cases: Object.entries(mutants).map(([mutant, result]) => mutantCase(mutant, result, index)),
            },
            ...(score ? [promiseSuite(score, index)] : []),
            ...(committed ? [committedSuite({ ...committed, rule: written })] : []),
        ],
        ...times,
    };
}
function mutantCase(name, result, index) {
    const subject = subjects()[name];
    const verdict = verdictOf(result, subject);
    return {
        ...plainCase(name, ruleOf(subject)),
        verdict,
        location: verdict.kind === "passed" ? null : placeOf(name, index),
        again: verdict.kind === "passed" ? null : `kexec-model mutate --only ${JSON.stringify(name)}`,
    };
}
function verdictOf(result, subject) {
    if (result.verdict !== "survived")
        return { kind: "passed" };
    const breaks = subject ? ` (${subject.breaks})` : "";
    return { kind: "failed", message: `the mutant survives${breaks}: ${result.why}` };
}
function ruleOf(subject) {
    const common = { help: null, location: null };
    if (subject?.origin !== "edge") {
        const id = subject?.origin === "memory" ? "wrong-operation-is-noticed" : "wrong-version-is-noticed";
        const what = subject?.origin === "memory" ? "operation of memory" : "version of the model";
        return { id, statement: `Somebody notices a wrong ${what}, or it is equivalent.`, ...common };
    }
    const breaks = operators[subject.kind]; // the kind of an edge is its operator
    const statement = `Somebody notices it in the statechart, or it is equivalent: ${breaks}.`;
    return { id: `${subject.kind}-is-noticed`, statement, ...common };
}
/** The transition that a mutant names, or the action that it replaces. */
function placeOf(name, index) {
    const operations = memoryVariants;
    const action = operations[name]?.replaces;
    return (action !== undefined && index.actions.get(action)) || placeIn(name, index);
}
function promiseSuite({ kills, idle: idles }, index) {
    return {
        name: "promises",
        facts: {},
        cases: [...kills.keys()].map((name) => ({
            ...plainCase(name, idle),
            verdict: idles.includes(name)
                ? { kind: "failed", message: `${name} is broken by no mutant` }
                : { kind: "passed" },
            location: index.properties.get(name) ?? null,
        })),
    };
}
/** A case for each difference from a file that is committed, or one that passed. */
export function committedSuite({ file, differences, rule }) {
    const told = differences.map((text) => ({
        ...plainCase(text, rule),
        verdict: { kind: "failed", message: `not what ${file} says: ${text}` },
        location: { file, line: 1 },
    }));
    const same = { ...plainCase(`${file} is right`, rule), verdict: { kind: "passed" } };
    return { name: "committed", facts: { file }, cases: told.length === 0 ? [same] : told };
}
//# sourceMappingURL=of-mutation.js.map