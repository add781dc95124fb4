import { isLimit } from "../../checker/exploration.js";
import { isAsExpected, toldTrace } from "../../xstate/told.js";
/** Puts what a check found into words and verdicts. */
export function machineReport(origin, result) {
    const { states, transitions, depth, incomplete, engine, deadlocks, deadlock } = result;
    const properties = result.verdicts.map(propertyReport);
    const isCut = isLimit(incomplete);
    const violations = [
        ...properties.filter(({ ok, outcome }) => !ok && outcome !== "unknown").map(problemOf),
        ...(deadlocks === 0 ? [] : [deadlockText(deadlocks)]),
    ];
    const limits = isCut ? limitProblems(incomplete, result.growth) : [];
    return {
        schema: 1,
        ...origin,
        states,
        transitions,
        depth,
        incomplete,
        engine,
        properties,
        deadlocks,
        deadlock: deadlock && toldTrace(deadlock),
        coverage: coverageOf(result),
        verdict: violations.length > 0 ? "violated" : isCut ? "incomplete" : "holds",
        problems: [...violations, ...limits],
        notes: [...origin.notes, ...result.notes, ...emptyNotes(properties)],
    };
}
function propertyReport(verdict) {
    const { property, outcome, applied, trace } = verdict;
    const { name, kind, statement, expect = { kind: "holds" } } = property;
    const told = trace && toldTrace(trace);
    return {
        name,
        kind,
        statement,
        expect,
        outcome,
        ok: isAsExpected(verdict),
        applied,
        trace: told,
    };
}
function problemOf({ name, outcome, expect }) {
    if (expect.kind !== "holds")
        return `${name}: expected to be violated, and is not (${outcome})`;
    if (outcome === "vacuous")
        return `${name}: its \`when\` is never true, so that it says nothing`;
    if (outcome === "unwitnessed")
        return `${name}: there is no such state`;
    return `${name}: ${outcome}`;
}
function deadlockText(deadlocks) {
    const many = deadlocks === 1 ? "1 deadlock" : `${deadlocks} deadlocks`;
    return (`${many}: a state in which nothing can happen should be \`type: "final"\`, have the tag ` +
        "`terminal`, or be allowed by `options = { deadlock: false }`");
}
function limitProblems(incomplete, growth) {
    const limit = `the limit on ${incomplete} was reached before every state was seen`;
    if (growth === null)
        return [limit];
    return [
        limit,
        `${growth}: if it has no bound, bound it by a guard, leave it out of the context for the ` +
            "check, or cut the search with `options = { constraint }`",
    ];
}
function coverageOf({ coverage }) {
    const { transitions, nodes } = coverage;
    return {
        transitions: transitions.length,
        dead: transitions.filter(({ taken }) => taken === 0).map(({ key }) => key.trim()),
        states: nodes.length,
        unreached: nodes.filter(({ entered }) => entered === 0).map(({ path }) => path),
    };
}
function emptyNotes(properties) {
    if (properties.length > 0)
        return [];
    return ["the module exports no `properties`: only deadlocks are looked for"];
}
//# sourceMappingURL=report.js.map