import type { KernelName } from "../../../model/kernels.ts";
import type { Guest } from "../guest.ts";
import type { Block } from "./block.ts";
/** What the page allocator of a kernel was brought to do; plain data. */
export interface OutcomeRun {
    readonly loads: number;
    /** How many loads took each of the wanted transitions, by what their traces say. */
    readonly transitions: Readonly<Record<string, number>>;
    /** The wanted transitions that no load took. */
    readonly missing: readonly string[];
    /** Loads that hit a page which the model's request has not got: nothing is said of them. */
    readonly astray: number;
    /** Loads that the statechart cannot follow. */
    readonly blocked: readonly Block[];
}
/**
 * Makes loads whose destinations are what the load before was given, in other orders each time,
 * until every outcome of the page allocator was seen.
 */
export declare function runOutcomes(guest: Guest, functions: readonly string[], kernel: KernelName): Promise<OutcomeRun>;
