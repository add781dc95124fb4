import { readFileSync } from "node:fs";
import { isLimit } from "../../checker/exploration.js";
/** A check of somebody's machine as results: a case for each property, one each for the rest. */
export function resultsOfMachine(report, times) {
    const { tool, file, machine, states, transitions } = report;
    const [name = "", version = ""] = tool.split(" ");
    const source = readFileSync(file, "utf8").split("\n");
    const lineOf = (text) => {
        const line = source.findIndex((one) => one.includes(text));
        return { file: file.replaceAll("\\", "/"), line: Math.max(line, 0) + 1 };
    };
    return {
        tool: { name, version },
        title: `check ${machine}`,
        suites: [
            {
                name: "properties",
                facts: { machine },
                cases: report.properties.map((property) => propertyCase(property, file, lineOf)),
            },
            {
                name: "search",
                facts: { states: String(states), steps: String(transitions) },
                cases: [searchCase(report, lineOf("")), deadlockCase(report, lineOf(""))],
            },
        ],
        ...times,
    };
}
function propertyCase(property, file, lineOf) {
    const { name, statement, trace, ok, expect } = property;
    const location = lineOf(name);
    const isShown = !ok || expect.kind !== "holds"; // a witness that is found explains nothing
    return {
        name,
        rule: { id: kebab(name), statement, help: null, location },
        verdict: verdictOf(property),
        duration_ms: 0,
        location,
        trace: isShown && trace ? stepsOf(trace) : [],
        again: `kexec-model check ${file}`,
    };
}
function verdictOf({ ok, outcome, expect, statement }) {
    if (outcome === "unknown") {
        return { kind: "unknown", message: `not judged to the end: ${statement}` };
    }
    if (!ok)
        return { kind: "failed", message: `${outcome}: ${statement}` };
    if (expect.kind === "holds")
        return { kind: "passed" };
    return { kind: "expected", message: `${outcome}: ${statement} Why: ${expect.reason}` };
}
const searchRule = {
    id: "search-complete",
    statement: "The search sees every reachable state before it ends.",
};
const deadlockRule = {
    id: "no-deadlock",
    statement: "From every reachable state that is not an end, something can happen.",
};
function searchCase({ incomplete }, location) {
    const isCut = isLimit(incomplete);
    const message = `the limit on ${incomplete} was reached before every state was seen`;
    return caseOf(searchRule, { location, verdict: isCut ? { kind: "error", message } : passed });
}
function deadlockCase({ deadlocks, deadlock }, location) {
    const message = `${deadlocks} states in which nothing can happen`;
    const verdict = deadlocks === 0 ? passed : { kind: "failed", message };
    return {
        ...caseOf(deadlockRule, { location, verdict }),
        trace: deadlock ? stepsOf(deadlock) : [],
    };
}
const passed = { kind: "passed" };
function caseOf(rule, { location, verdict }) {
    return {
        name: rule.id,
        rule: { ...rule, help: null, location },
        verdict,
        duration_ms: 0,
        location,
        trace: [],
        again: null,
    };
}
function stepsOf({ steps }) {
    return steps.map(({ label, changes }) => ({ label, changes, code: [] }));
}
function kebab(name) {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
}
//# sourceMappingURL=results.js.map