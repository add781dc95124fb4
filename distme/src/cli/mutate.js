import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { messageOf } from "../base/message.js";
import { MutationFileError, mutationText, parseMutation } from "../formats/mutation-file.js";
import { resultsOfMutation } from "../formats/results/of-mutation.js";
import { judgeMutants, refuteAlone, } from "../mutation/campaign.js";
import { mutationProperties, partsOf, propertyDigests } from "../mutation/parts.js";
import { scoreOf } from "../mutation/score.js";
import { mutationKernels } from "../mutation/settings.js";
import { subjects } from "../mutation/subjects.js";
import { write } from "./files.js";
import { mutationPool } from "./mutation-pool.js";
import { MutationProgress } from "./mutation-progress.js";
import { prepareOutputs, writeOutputs } from "./outputs.js";
import { renderMutant, renderMutation } from "./render-mutation.js";
import { RunError, UsageError } from "./usage.js";
import { tool } from "./version.js";
/**
 * Judges mutants, and compares what is found with the committed result.
 *
 * @returns the exit status: 0 when no mutant survives and the committed result is right
 */
export async function mutateCommand(request) {
    prepareOutputs(request.outputs, request);
    const began_ms = Date.now();
    const needed = request.only === null && !(request.all && request.write);
    const baseline = needed ? readBaseline(request) : null;
    const plan = planOf(request, baseline);
    const found = await judge(plan, baseline, request);
    if (request.only !== null)
        return printSome(found.judged, { request, began_ms });
    const { result, promises } = found;
    const text = mutationText(result);
    if (request.write)
        write(request.baseline, text);
    const differences = request.write || !baseline ? [] : differencesFrom(baseline, result);
    const score = scoreOf(result, promises);
    const report = { tool, judged: plan.names.length, score, differences };
    const document = JSON.stringify({ schema: 1, ...report, result }, jsonReady, 2);
    const { baseline: file } = request;
    const shown = request.json ? document : renderMutation({ ...report, baseline: file });
    process.stdout.write(`${shown}\n`);
    const outcome = { tool, mutants: result.mutants, score, committed: { file, differences } };
    const times = { began_ms, ended_ms: Date.now() };
    const results = resultsOfMutation(outcome, times);
    writeOutputs(request.outputs, { results, json: document });
    return score.total.survived > 0 || score.idle.length > 0 || differences.length > 0 ? 1 : 0;
}
/** Maps are objects in JSON. */
function jsonReady(_key, value) {
    return value instanceof Map ? Object.fromEntries(value) : value;
}
function planOf({ all, sample, only }, baseline) {
    const parts = partsOf(subjects());
    const every = Object.keys(parts);
    if (only !== null) {
        const names = every.filter((name) => name.includes(only));
        if (names.length === 0)
            throw new UsageError(`expected a part of a mutant's name, got "${only}"`);
        return { parts, names };
    }
    if (all || !baseline)
        return { parts, names: every };
    const digests = propertyDigests();
    const names = every.filter((name, i) => {
        const known = baseline.mutants[name];
        if (!known || known.part !== parts[name] || known.verdict === "survived")
            return true;
        if (known.verdict !== "killed")
            return false;
        if (sample !== null && i % sample === 0 && known.where.startsWith("quick"))
            return true;
        // what killed it is not what it was
        return known.by.every(({ name: by }) => baseline.properties[by] !== digests[by]);
    });
    return { parts, names };
}
/** Judges what has to be judged, and takes the rest from the baseline. */
async function judge({ names, parts }, baseline, { workers, json, only }) {
    const pool = lazily(() => mutationPool(workers ?? availableParallelism()));
    const progress = new MutationProgress(json);
    const campaign = {
        run: (job) => pool.get().run(job),
        onProgress: (at) => progress.at(at),
    };
    try {
        const verdicts = names.length === 0 ? [] : await judgeMutants(names, campaign);
        const judged = Object.fromEntries([...verdicts].map(([name, verdict]) => [name, { part: parts[name] ?? "", ...verdict }]));
        const known = Object.keys(parts).flatMap((name) => {
            const result = judged[name] ?? baseline?.mutants[name];
            return result ? [[name, result]] : [];
        });
        const properties = propertyDigests();
        const result = {
            kernels: mutationKernels,
            properties,
            mutants: Object.fromEntries(known),
            alone: {},
        };
        const promises = mutationProperties().filter(isPromise);
        if (only !== null)
            return { judged, result, promises: [] };
        const alone = await aloneIn(result, promises, { baseline, campaign });
        return { judged, result: { ...result, alone }, promises: promises.map(({ name }) => name) };
    }
    finally {
        progress.end();
        await pool.made()?.end();
    }
}
function isPromise(property) {
    return property.kind !== "sometimes" && property.refutedBy !== undefined;
}
/** For properties that kill nothing where others kill it first: what each refutes when it is alone. */
async function aloneIn(result, promises, { baseline, campaign }) {
    const idle = new Set(scoreOf(result, promises.map(({ name }) => name)).idle);
    const known = Object.entries(baseline?.alone ?? {}).filter(([name, { mutant }]) => idle.has(name) &&
        baseline?.properties[name] === result.properties[name] &&
        baseline?.mutants[mutant]?.part === result.mutants[mutant]?.part);
    const open = promises.flatMap(({ name, refutedBy }) => refutedBy !== undefined && idle.has(name) && !known.some(([one]) => one === name)
        ? [{ name, refutedBy }]
        : []);
    const found = open.length === 0 ? [] : await refuteAlone(open, campaign);
    const all = new Map([...known, ...found]);
    return Object.fromEntries(promises.flatMap(({ name }) => {
        const refutation = all.get(name);
        return refutation ? [[name, refutation]] : [];
    }));
}
/** Made when it is first wanted: often there is nothing to judge. */
function lazily(make) {
    let made = null;
    return {
        get: () => {
            made ??= make();
            return made;
        },
        made: () => made,
    };
}
function readBaseline({ baseline, write: writes }) {
    if (writes && !existsSync(baseline))
        return null;
    let text;
    try {
        text = readFileSync(baseline, "utf8");
    }
    catch (error) {
        throw new RunError(`expected a committed result, got: ${messageOf(error)}; make one with --all --write`);
    }
    try {
        return parseMutation(text);
    }
    catch (error) {
        if (error instanceof MutationFileError)
            throw new RunError(`${baseline}: ${error.message}`);
        throw error;
    }
}
/** What the committed result says otherwise, one line each. */
function differencesFrom(baseline, result) {
    const names = new Set([...Object.keys(baseline.mutants), ...Object.keys(result.mutants)]);
    return [...names].flatMap((name) => {
        const [was, is] = [baseline.mutants[name], result.mutants[name]];
        if (!is)
            return [`${name}: there is no such mutant any more`];
        if (!was)
            return [`${name}: new, ${verdictText(is)}`];
        if (verdictText(was) !== verdictText(is)) {
            return [`${name}: was ${verdictText(was)}, is ${verdictText(is)}`];
        }
        return was.part === is.part ? [] : [`${name}: changed, still ${verdictText(is)}`];
    });
}
function verdictText(result) {
    switch (result.verdict) {
        case "killed":
            return `killed by ${result.by[0]?.name ?? "nobody"}`;
        case "suite":
            return "killed by its suite";
        case "equivalent":
            return `equivalent (${result.proof.kind})`;
        case "survived":
            return "survived";
    }
}
function printSome(judged, { request, began_ms }) {
    const document = JSON.stringify(judged, null, 2);
    const text = Object.entries(judged)
        .map(([name, result]) => renderMutant(name, result))
        .join("\n\n");
    process.stdout.write(`${request.json ? document : text}\n`);
    const outcome = { tool, mutants: judged, score: null, committed: null };
    const results = resultsOfMutation(outcome, { began_ms, ended_ms: Date.now() });
    writeOutputs(request.outputs, { results, json: document });
    return Object.values(judged).some(({ verdict }) => verdict === "survived") ? 1 : 0;
}
//# sourceMappingURL=mutate.js.map