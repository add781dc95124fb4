import { type Layout } from "../../memory/layout.ts";
import { type Point } from "./points.ts";
import type { ReplayedStep } from "./replay.ts";
/** A call of a kernel function that the debugger sends back with an error. */
export interface Fault {
    readonly at: Point;
    /** What the function seems to return: a negated error number, or 0 for a null pointer. */
    readonly returns: bigint;
}
/** The faults that bring a call's failures about, in the order in which they strike. */
export declare function faultsOf(layout: Layout, steps: readonly ReplayedStep[]): readonly Fault[];
