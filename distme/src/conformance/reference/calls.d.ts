import type { Bugs } from "../../reference/bugs.ts";
import type { Suite } from "../../testgen/suite.ts";
import type { Difference } from "../system.ts";
/** One call of a suite. */
export interface CallName {
    readonly test: string;
    /** Its number in the test, from 0. */
    readonly call: number;
    readonly request: string;
}
export interface CallsResult {
    readonly compared: number;
    readonly skipped: readonly (CallName & {
        readonly reason: string;
    })[];
    readonly diverging: readonly (CallName & {
        readonly differences: readonly Difference[];
    })[];
}
/**
 * Makes the calls of a suite's `caller` and `doors` tests, those of one caller, on a machine of real
 * size, each to its end with nothing going wrong, and compares what is left: the result, both slots, and every byte that a
 * jump to an installed image would leave in its destinations.
 *
 * A call in which something goes wrong in the test is skipped, and so are those behind it if it
 * changed what is loaded.
 */
export declare function runCalls(suite: Suite, { bugs }?: {
    readonly bugs?: Bugs;
}): CallsResult;
