import { plainCase, } from "./results.js";
import { sourceIndex } from "./source-index.js";
import { traceReader } from "./trace-in-source.js";
const rules = {
    search: {
        id: "search-complete",
        statement: "A search sees every reachable state of its world before it ends.",
        help: "Where a limit or a signal stops a search, what was not refuted by then is unknown.",
        location: null,
    },
    deadlock: {
        id: "no-deadlock",
        statement: "From every reachable state that is not an end, something can happen.",
        help: "An end is a state with the tag `terminal`.",
        location: null,
    },
    statechart: {
        id: "statechart-covered",
        statement: "Every state is entered, every transition taken and every event handled, or the statechart " +
            "says why not.",
        help: "What cannot happen is declared in the statechart: `meta.unreachable`, `meta.waits`.",
        location: null,
    },
};
/**
 * A check as results: a case for each property, for each world, and for each thing that is wrong with
 * the statechart's coverage.
 */
export function resultsOfCheck(report, times, index = sourceIndex()) {
    const { tool, kernel, preset, mutant } = report;
    const [name = "", version = ""] = tool.split(" ");
    const reading = { report, index, read: traceReader(index) };
    const statechart = coverageCases(reading);
    return {
        tool: { name, version },
        title: ["check", kernel, preset, mutant ?? []].flat().join(" "),
        suites: [
            {
                name: "properties",
                facts: { kernel, preset, ...(mutant !== null && { mutant }) },
                cases: report.properties.map((property) => propertyCase(property, reading)),
            },
            searchSuite(reading),
            ...(statechart.length === 0 ? [] : [{ name: "statechart", facts: {}, cases: statechart }]),
        ],
        ...times,
    };
}
function propertyCase(property, reading) {
    const { name, statement, ok, expect } = property;
    const isShown = !ok || expect.kind !== "holds"; // a witness that is found explains nothing
    const trace = isShown && property.trace ? stepsOf(property.trace, reading) : [];
    const defined = reading.index.properties.get(name) ?? null;
    return {
        name,
        rule: { id: name, statement, help: helpOf(property), location: defined },
        verdict: verdictOf(property),
        duration_ms: 0,
        location: lastLine(trace) ?? defined,
        trace,
        again: isShown ? againOf(reading.report, name) : null,
    };
}
function verdictOf({ ok, outcome, statement, expect }) {
    if (outcome === "unknown") {
        return { kind: "unknown", message: `not judged to the end: ${statement}` };
    }
    if (expect.kind === "holds") {
        return ok ? { kind: "passed" } : { kind: "failed", message: `${outcome}: ${statement}` };
    }
    const what = expect.kind === "weakness" ? "wish that is not granted" : `known violation ${expect.id}`;
    if (ok)
        return { kind: "expected", message: `${what}: ${statement} Why not: ${expect.reason}.` };
    return { kind: "failed", message: `${outcome}, though it is a ${what}: ${statement}` };
}
function helpOf({ source, notClaimed, refutedBy }) {
    return [
        source === "" ? [] : `Source: ${source}.`,
        notClaimed === null ? [] : `Not claimed: ${notClaimed}.`,
        refutedBy === null ? [] : `Refuted by the mutant ${refutedBy}.`,
    ]
        .flat()
        .join(" ");
}
function againOf({ kernel, preset, mutant }, name) {
    return [
        `kexec-model explain ${name}`,
        `--kernel ${kernel} --preset ${preset}`,
        mutant === null ? [] : `--mutant ${mutant}`,
    ]
        .flat()
        .join(" ");
}
/** The steps of a trace, with what the report says of them and the lines that they go through. */
function stepsOf({ world, steps }, { report, read }) {
    const { kernel, preset, mutant } = report;
    const name = mutant; // a report is of a mutant that there is
    const saved = { kernel, preset, world, ...(name !== null && { mutant: name }) };
    const followed = read(saved, steps.map(({ event }) => event));
    return steps.map(({ label, changes }, i) => ({
        label: followed[i]?.label ?? label,
        changes,
        code: followed[i]?.code ?? [],
    }));
}
/** Where a run ends: the transition of its last step that has a line. */
export function lastLine(trace) {
    const code = trace.flatMap((step) => step.code.filter(({ kind }) => kind === "transition"));
    return code.at(-1)?.location ?? null;
}
function searchSuite(reading) {
    const { worlds } = reading.report;
    return {
        name: "search",
        facts: Object.fromEntries(worlds.map(({ world, states, transitions, depth }) => [
            `world.${world}`,
            `${states} states, ${transitions} steps, depth ${depth}`,
        ])),
        cases: worlds.flatMap((world) => worldCases(world, reading)),
    };
}
function worldCases(found, reading) {
    const { world, seconds, deadlocks, deadlock } = found;
    const search = {
        ...plainCase(`world ${world}`, rules.search),
        verdict: searchVerdict(found, reading.report),
        duration_ms: Math.round(seconds * 1000),
        location: reading.index.worlds.get(world) ?? null,
    };
    if (deadlocks === 0)
        return [search];
    const trace = deadlock ? stepsOf(deadlock, reading) : [];
    const message = `${deadlocks} deadlocks in world ${world}`;
    const stuck = {
        ...plainCase(`deadlocks in world ${world}`, rules.deadlock),
        verdict: { kind: "failed", message },
        location: lastLine(trace),
        trace,
    };
    return [search, stuck];
}
function searchVerdict({ world, incomplete }, { problems }) {
    const stopped = problems.find((problem) => problem.startsWith(`world ${world}: `));
    if (stopped !== undefined)
        return { kind: "error", message: stopped };
    if (incomplete === null)
        return { kind: "passed" };
    return { kind: "unknown", message: `world ${world}: the search ended at a broken promise` };
}
/** Problems that are neither a property's nor a world's are those of the statechart's coverage. */
function coverageCases({ report, index }) {
    const named = new Set(report.properties.map(({ name }) => name));
    return report.problems
        .filter((problem) => !named.has(problem.split(":")[0] ?? ""))
        .filter((problem) => !/^world \S+: |^\d+ deadlocks in world /.test(problem))
        .map((problem) => ({
        ...plainCase(problem, rules.statechart),
        verdict: { kind: "failed", message: problem },
        location: placeIn(problem, index),
    }));
}
/** The transition or state that a problem names: what is longest is meant. */
export function placeIn(text, index) {
    let best = "";
    for (const key of [...index.transitions.keys(), ...index.states.keys()]) {
        if (key.length > best.length && ` ${text} `.includes(` ${key} `))
            best = key;
    }
    return index.transitions.get(best) ?? index.states.get(best) ?? null;
}
//# sourceMappingURL=of-check.js.map