import type { Guest } from "./guest.ts";
import type { DoorPlan } from "./plan.ts";
/** Something that the kernel does otherwise than the model says. */
export interface Divergence {
    /** Index of the step in the test, from 0; its number of steps for what is seen at the end. */
    readonly step: number;
    /** The call or write that ends with the step. */
    readonly label: string;
    readonly what: "result" | "kexec_loaded" | "kexec_crash_loaded" | "lock" | "owned frames" | "faults" | "functions";
    readonly model: string;
    readonly kernel: string;
}
/**
 * Makes a planned test happen, and compares what is seen after each call.
 *
 * Owned frames are compared by direction: a kernel needs more control pages, tables and list pages
 * than the model has. At the end, when no frame is owned, the count must be the one of before.
 *
 * @returns what differed at the first step where something did; empty when nothing ever did
 * @throws GuestError when the guest does not do what its protocol says
 */
export declare function play(guest: Guest, plan: DoorPlan): Promise<readonly Divergence[]>;
