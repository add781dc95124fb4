import { differenceText } from "../../conformance/system.js";
import { lastLine } from "./of-check.js";
import { kernelSuite, untestedReason } from "./of-kernel.js";
import { plainCase, } from "./results.js";
import { traceReader } from "./trace-in-source.js";
const conforms = {
    id: "system-conforms-to-the-model",
    statement: "After every step of a test the system shows what the model says.",
    help: "A difference is a bug of the system, of the model, or of what compares them.",
    location: null,
};
const scaled = {
    id: "calls-conform-at-real-scale",
    statement: "With pages and tables of real size every call returns and leaves what the model says.",
    help: null,
    location: null,
};
const randomly = {
    id: "system-conforms-in-random-worlds",
    statement: "In random worlds, too, the system does what the model does.",
    help: null,
    location: null,
};
/** A run of a suite on the reference kernel as results. */
export function resultsOfReference({ run, calls, random }, { tool, command, ...times }) {
    const read = traceReader();
    const again = command(run.kernel);
    const more = [
        ...(calls ? [callSuite(calls, run, again)] : []),
        ...(random ? [randomSuite(random)] : []),
    ];
    return {
        ...head(tool, `reference ${run.kernel}`),
        suites: [...groupSuites(run, { read, command: again, prefix: "" }), ...more],
        ...times,
    };
}
/** Runs of a suite on Linux kernels as results. */
export function resultsOfLinux(outcomes, { tool, command, ...times }) {
    const read = traceReader();
    const suites = outcomes.flatMap((outcome) => {
        if ("failure" in outcome)
            return [kernelSuite(outcome.name, outcome.failure)];
        const { name, run } = outcome;
        return [
            kernelSuite(name, untestedReason(run), outcome),
            ...groupSuites(run, { read, command: command(name), prefix: `${name} ` }),
        ];
    });
    return {
        ...head(tool, ["linux", ...outcomes.map(({ name }) => name)].join(" ")),
        suites,
        ...times,
    };
}
function head(tool, what) {
    const [name = "", version = ""] = tool.split(" ");
    return { tool: { name, version }, title: `conform ${what}` };
}
/** A suite for each group of tests. */
function groupSuites(run, { read, command, prefix }) {
    const groups = new Set(run.tests.map(({ group }) => group));
    return [...groups].map((group) => {
        const tests = run.tests.filter((test) => test.group === group);
        // tests of the lock are run with those of two callers
        const again = `${command} --groups ${group === "lock" ? "two-callers" : group}`;
        return {
            name: `${prefix}${group}`,
            facts: { kernel: run.kernel, system: run.system },
            cases: tests.map((test) => testCase(test, { run, read, again })),
        };
    });
}
function testCase(test, { run, read, again, }) {
    const { id, world, events, outcome } = test;
    const isBad = outcome.kind === "diverges" || outcome.kind === "error";
    const all = isBad ? read({ kernel: run.kernel, preset: "suite", world }, events) : [];
    const trace = outcome.kind === "diverges" ? upTo(all, outcome.differences) : all;
    return {
        ...plainCase(id, conforms),
        verdict: verdictOf(test, all),
        location: lastLine(trace),
        trace,
        again: isBad ? again : null,
    };
}
/** The steps up to the last one in which something differs. */
function upTo(steps, differences) {
    const last = Math.max(...differences.map(({ step }) => step));
    return steps.slice(0, last + 1);
}
function verdictOf({ outcome }, steps) {
    switch (outcome.kind) {
        case "conforms":
            return { kind: "passed" };
        case "error":
            return { kind: "error", message: outcome.message };
        case "skipped":
            return { kind: "skipped", message: outcome.reason };
        case "diverges": {
            const [first] = outcome.differences;
            const label = steps[first?.step ?? -1]?.label ?? "the end";
            const texts = outcome.differences.map(differenceText);
            return { kind: "failed", message: `diverges at ${label}: ${texts.join("; ")}` };
        }
    }
}
/** All calls that agree are one case: nobody looks at them one by one. */
function callSuite(calls, { kernel, system }, command) {
    const { compared, skipped, diverging } = calls;
    const agreeing = `${compared - diverging.length} calls agree`;
    return {
        name: "calls at real scale",
        facts: { kernel, system, skipped: String(skipped.length) },
        cases: [
            { ...plainCase("calls that agree", scaled), verdict: enough(compared, agreeing) },
            ...diverging.map(({ test, call, request, differences }) => {
                const message = differences.map(differenceText).join("; ");
                return {
                    ...plainCase(`${test}, call ${call + 1}: ${request}`, scaled),
                    verdict: { kind: "failed", message },
                    again: `${command} --groups caller,doors`,
                };
            }),
        ],
    };
}
function enough(compared, text) {
    return compared > 0 ? { kind: "passed" } : { kind: "skipped", message: text };
}
function randomSuite({ outcome, seed, runs, steps, installed, ...found }) {
    const { failure, message } = found;
    const again = message.split("\n").find((line) => line.startsWith("replay: "));
    const labels = failure?.labels ?? [];
    return {
        name: "random worlds",
        facts: { seed: `${seed}`, runs: `${runs}`, steps: `${steps}`, installed: `${installed}` },
        cases: [
            {
                ...plainCase("random runs", randomly),
                verdict: randomVerdict(outcome, failure?.divergence ?? null, failure?.error ?? null),
                trace: labels.map((label) => ({ label, changes: [], code: [] })),
                again: again?.slice("replay: ".length) ?? null,
            },
        ],
    };
}
function randomVerdict(outcome, divergence, error) {
    if (outcome === "conforms")
        return { kind: "passed" };
    if (divergence === null)
        return { kind: "error", message: error ?? "the search failed" };
    const texts = divergence.differences.map(differenceText);
    return { kind: "failed", message: `diverges at ${divergence.label}: ${texts.join("; ")}` };
}
//# sourceMappingURL=of-run.js.map