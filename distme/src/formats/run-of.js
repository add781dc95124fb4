import { assert } from "../base/assert.js";
import { ownTests } from "../conformance/linux/own-tests.js";
import { countTransitions } from "../conformance/transition-count.js";
/** The run of a suite on the reference kernel, as it is saved. */
export function runOfReference(suite, { results }, facts) {
    const tests = testsOf(suite);
    const times = new Map();
    const reasons = new Map();
    const saved = results.map((result) => {
        const { group, test } = named(tests, result.id);
        if (result.outcome === "conforms") {
            for (const key of test.steps.flatMap(({ transitions }) => transitions)) {
                times.set(key, (times.get(key) ?? 0) + 1);
            }
        }
        else {
            for (const key of test.covers)
                reasons.set(key, `${test.id}: ${result.outcome}`);
        }
        return { ...runTest(group, test), outcome: referenceOutcome(result) };
    });
    const transitions = countTransitions(suite.kernel, { times, reasons });
    return { ...head(suite, facts), tests: saved, transitions };
}
/** The run of a suite on Linux, as it is saved; tests of the lock are added to those of the suite. */
export function runOfLinux(suite, run, tool) {
    const { release, transitions } = run;
    const lock = run.tests.some(({ group }) => group === "lock") ? locking(suite) : [];
    const tests = new Map([...testsOf(suite), ...lock]);
    const saved = run.tests.map(({ id, outcome }) => {
        const { group, test } = named(tests, id);
        return { ...runTest(group, test), outcome: linuxOutcome(outcome) };
    });
    const system = release === "" ? "Linux" : `Linux ${release}`;
    return { ...head(suite, { tool, system }), tests: saved, transitions };
}
function testsOf({ groups }) {
    const all = groups.flatMap(({ name, tests }) => tests.map((test) => ({ group: name, test })));
    return new Map(all.map((one) => [one.test.id, one]));
}
function locking({ kernel }) {
    const tests = ownTests(kernel).flatMap((own) => own.tests);
    return tests.map((test) => [test.id, { group: "lock", test }]);
}
function named(tests, id) {
    const found = tests.get(id);
    assert(found !== undefined, `the result of a test that is not in the suite: ${id}`);
    return found;
}
function head({ kernel }, { tool, system }) {
    return { format: "kexec-model run 1", tool, kernel, system };
}
function runTest(group, { id, world, steps }) {
    const events = steps.map(({ event }) => event);
    return { id, group, world, events };
}
function referenceOutcome(result) {
    switch (result.outcome) {
        case "conforms":
            return { kind: "conforms" };
        case "error":
            return { kind: "error", message: result.message };
        case "diverges": {
            const { step, differences } = result.divergence;
            return { kind: "diverges", differences: differences.map((one) => ({ step, ...one })) };
        }
    }
}
function linuxOutcome(outcome) {
    switch (outcome.kind) {
        case "passed":
            return { kind: "conforms" };
        case "error":
            return { kind: "error", message: outcome.reason };
        case "skipped":
            return outcome;
        case "diverged": {
            const differences = outcome.divergences.map(({ step, what, model, kernel }) => ({
                step,
                what,
                model,
                system: kernel,
            }));
            return { kind: "diverges", differences };
        }
    }
}
//# sourceMappingURL=run-of.js.map