/**
 * Properties as test cases of Vitest.
 *
 * @example
 * import { always } from "kexec-model";
 * import { testMachine } from "kexec-model/vitest";
 * import { door } from "./door.ts";
 *
 * testMachine(door, {
 *   events: [{ type: "open" }, { type: "close" }],
 *   properties: [always("it is never both", ({ configuration }) => configuration.leaves.length === 1)],
 * });
 *
 * @module kexec-model/vitest
 */
import { describe, test } from "vitest";
import { isLimit } from "./checker/exploration.js";
import { isAsExpected, traceText } from "./xstate/told.js";
import { checkMachine } from "./xstate/typed.js";
/**
 * Makes a test case of every property of a machine, and two more: that no state is a deadlock, and
 * that every state was seen. The search runs once, when the first of them does.
 *
 * A property that is expected to be violated passes while it is, and fails when it holds: then the
 * bug is gone, and the property can say so.
 *
 * @param machine the machine; see `environmentAsEvents` for one with delays or actors
 * @param options as for `checkMachine`
 */
export function testMachine(machine, options) {
    let found = null;
    const result = () => {
        found ??= checkMachine(machine, options);
        return found;
    };
    describe(machine.id, () => {
        for (const property of options.properties ?? []) {
            test(titleOf(property), ({ skip }) => {
                const { verdicts, incomplete } = result();
                const verdict = verdicts.find((one) => one.property === property);
                if (incomplete === "violation" && verdict?.outcome === "unknown")
                    skip(notJudged);
                expectVerdict(property, verdict);
            });
        }
        if (options.deadlock !== false)
            test("no state is a deadlock", () => expectNoDeadlock(result()));
        test("every reachable state is seen", () => expectComplete(result()));
    });
}
const notJudged = "not judged to the end: the search does not go on behind a promise that broke";
function titleOf({ name, expect }) {
    if (expect?.kind === "weakness")
        return `weakness: ${name}`;
    return expect?.kind === "known-violation" ? `fixme ${expect.id}: ${name}` : name;
}
function expectVerdict(property, verdict) {
    if (!verdict || isAsExpected(verdict))
        return;
    const { outcome, trace } = verdict;
    const { name, statement } = property;
    const claim = statement === name ? "" : `\n${statement}`;
    throw new Error(`${outcome}: ${name}${claim}${trace ? `\n${traceText(trace)}` : ""}`);
}
function expectNoDeadlock({ deadlock }) {
    if (deadlock)
        throw new Error(`nothing can happen behind this run\n${traceText(deadlock)}`);
}
function expectComplete({ incomplete, states, growth }) {
    if (!isLimit(incomplete))
        return;
    const hint = growth === null ? "" : `; ${growth}`;
    throw new Error(`the limit on ${incomplete} ended the search after ${states} states${hint}`);
}
//# sourceMappingURL=vitest.js.map