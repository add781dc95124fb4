import { isLimit } from "../checker/exploration.js";
import { expectedToHold } from "../xstate/property.js";
import { choiceOf } from "./literal.js";
/** Puts the reports of all worlds together: one verdict per property, coverage over the union. */
export function aggregate(parts) {
    const { worlds, claims, literal, tool, kernel, preset, mutant } = parts;
    const properties = claims.map((claim) => propertyReport(claim, worlds));
    const coverage = coverageReport(literal, worlds);
    const incomplete = worlds.filter((world) => isLimit(world.incomplete));
    const violations = [
        ...properties.filter(({ ok, outcome }) => !ok && outcome !== "unknown").map(problemOf),
        ...worlds
            .filter(({ deadlocks }) => deadlocks > 0)
            .map(({ world, deadlocks }) => `${deadlocks} deadlocks in world ${world}`),
        ...coverage.refused.map((key) => `not always taken, and nobody says why: ${key}`),
        ...(parts.coverageMatters && incomplete.length === 0 && mutant === null
            ? coverageProblems(coverage)
            : []),
    ];
    const limits = incomplete.map(({ world, incomplete: why }) => `world ${world}: ${whyText(why)}`);
    return {
        schema: 1,
        tool,
        kernel,
        preset,
        mutant,
        worlds: worlds.map(worldOnly),
        properties,
        coverage,
        verdict: violations.length > 0 ? "violated" : limits.length > 0 ? "incomplete" : "holds",
        problems: [...violations, ...limits],
    };
}
/** What a check tells of one world; the rest it tells of all of them together. */
function worldOnly(report) {
    const { properties: _, coverage: __, entered: ___, refused: ____, ...rest } = report;
    return rest;
}
function whyText(why) {
    if (why === "stopped")
        return "stopped before every state was seen";
    return `the limit on ${why} was reached before every state was seen`;
}
function coverageProblems(coverage) {
    const { dead, unreached, declared, transitions, needless } = coverage;
    const impossible = new Set(declared.map(({ key }) => key));
    return [
        ...transitions
            .filter(({ key, taken }) => taken > 0 && impossible.has(key))
            .map(({ key }) => `the transition ${key} is declared impossible, and was taken`),
        ...dead.map((key) => `no world takes the transition ${key}`),
        ...unreached.map((path) => `no world reaches the state ${path}`),
        ...needless.map((key) => `nobody ever waits at ${key}`),
    ];
}
function problemOf({ name, outcome, expect }) {
    if (expect.kind === "weakness")
        return `${name}: this weakness is gone (${outcome})`;
    if (expect.kind === "known-violation") {
        return `${name}: the known violation ${expect.id} is gone (${outcome})`;
    }
    return `${name}: ${outcome}`;
}
function propertyReport(claim, worlds) {
    const findings = worlds
        .map(({ properties }) => properties.find(({ name }) => name === claim.name))
        .filter((finding) => finding !== undefined);
    const outcome = overall(claim.kind, findings);
    const traces = findings.map(({ trace }) => trace).filter((trace) => trace !== null);
    traces.sort((a, b) => a.steps.length - b.steps.length || tasksIn(a) - tasksIn(b));
    const good = expectedToHold(claim) ? ["holds", "witnessed"] : ["violated"];
    return {
        name: claim.name,
        kind: claim.kind,
        statement: claim.statement,
        source: claim.source ?? "",
        notClaimed: claim.notClaimed ?? null,
        expect: claim.expect ?? { kind: "holds" },
        refutedBy: claim.refutedBy ?? null,
        outcome,
        ok: good.includes(outcome),
        applied: findings.reduce((sum, { applied }) => sum + applied, 0),
        trace: traces[0] ?? null,
    };
}
/** Of two traces of one length, the one with fewer tasks is easier to follow. */
function tasksIn({ steps }) {
    return new Set(steps.map(({ event }) => ("task" in event ? event.task : -1))).size;
}
/** The outcome over all worlds: one counterexample refutes, one witness is enough. */
function overall(kind, findings) {
    const outcomes = findings.map(({ outcome }) => outcome);
    const decisive = ["violated", "witnessed", "unknown"];
    const found = decisive.find((outcome) => outcomes.includes(outcome));
    if (found)
        return found;
    if (kind === "sometimes")
        return "unwitnessed";
    return outcomes.includes("holds") ? "holds" : "vacuous";
}
function coverageReport(literal, worlds) {
    const transitions = literal.transitions.map(({ key }) => {
        const parts = worlds.flatMap(({ coverage }) => coverage.filter((part) => part.key === key));
        const sum = (pick) => parts.reduce((total, part) => total + pick(part), 0);
        return {
            key,
            taken: sum(({ taken }) => taken),
            guardTrue: sum(({ guardTrue }) => guardTrue),
            guardFalse: sum(({ guardFalse }) => guardFalse),
        };
    });
    const taken = new Map(transitions.map((transition) => [transition.key, transition.taken]));
    const declared = literal.transitions.flatMap(({ key, unreachable }) => unreachable === null ? [] : [{ key, reason: unreachable }]);
    const excused = new Set(declared.map(({ key }) => key));
    const entered = new Set(worlds.flatMap((world) => world.entered.filter((state) => state.entered > 0).map(({ path }) => path)));
    const possible = literal.states
        .filter(({ unreachable }) => unreachable === null)
        .map(({ path }) => path);
    return {
        transitions,
        dead: transitions
            .filter(({ key }) => taken.get(key) === 0 && !excused.has(key))
            .map(({ key }) => key),
        declared,
        ...waitsIn(literal, worlds),
        unreached: possible.filter((path) => !entered.has(path)),
        states: possible.length,
    };
}
/** Where an event found every guard closed, and what the statechart says of it. */
function waitsIn(literal, worlds) {
    const refused = new Set(worlds.flatMap((world) => world.refused));
    const declared = literal.transitions.flatMap(({ key, waits }) => waits === null ? [] : [{ key: choiceOf(key), reason: waits }]);
    const known = new Set(declared.map(({ key }) => key));
    return {
        waits: declared.filter(({ key }) => refused.has(key)),
        refused: [...refused].filter((key) => !known.has(key)),
        needless: declared.map(({ key }) => key).filter((key) => !refused.has(key)),
    };
}
//# sourceMappingURL=aggregate.js.map