import { type Pfn } from "../../../memory/bounds.ts";
import { type Agent } from "../agent.ts";
import type { Guest } from "../guest.ts";
import type { CallPlan } from "../plan.ts";
import type { LoadRequest } from "../protocol.ts";
import { type KernelEvent } from "./kernel-events.ts";
/** What a kernel did in one call of kexec_load, and what the model has of it. Plain data. */
export interface KernelTrace {
    /** The functions that the kernel let be probed: what is not among them is invisible. */
    readonly functions: readonly string[];
    readonly task: number;
    /** The model's request: an index into the world's requests. */
    readonly request: number;
    /** Where the kernel's segments are. */
    readonly segments: readonly TracedSegment[];
    /** Where the kernel's crash region begins. */
    readonly crashRegion: Pfn;
    readonly events: readonly KernelEvent[];
    /** What user space saw. */
    readonly result: number;
}
/** A segment of the kernel's request. */
export interface TracedSegment {
    readonly start: Pfn;
    readonly pages: number;
    /**
     * Kernel's page -> model's page, both counted from the segment's start. The model's segment may
     * be shorter: its pages then are the kernel's first ones, or those around an inserted gap.
     */
    readonly modelled: ReadonlyMap<number, number>;
}
/** Sets the probes of kexec_load; says which functions this kernel lets be probed. */
export declare function startTracing({ trace }: Agent): Promise<readonly string[]>;
/**
 * Makes a planned call and records what the kernel does in it.
 *
 * @param functions what `startTracing` said
 * @throws GuestError when the call does not end, or the kernel has lost part of its record
 */
export declare function traceCall(guest: Guest, functions: readonly string[], plan: CallPlan): Promise<KernelTrace>;
/**
 * Makes a call and records what the kernel does in it.
 *
 * @param whilePaused what is done while the call is paused, if it pauses
 */
export declare function recordLoad({ load: makeLoad, resume, trace }: Agent, load: LoadRequest, whilePaused?: () => Promise<void>): Promise<Pick<KernelTrace, "events" | "result">>;
/** A trace as it is saved: the agent's own words, task by its number. */
export interface SavedTrace extends Omit<KernelTrace, "segments" | "events"> {
    readonly segments: readonly {
        readonly start: Pfn;
        readonly pages: number;
        readonly modelled: readonly (readonly [kernel: number, model: number])[];
    }[];
    readonly events: readonly string[];
}
export declare function saveTrace(trace: KernelTrace): SavedTrace;
export declare function restoreTrace(saved: SavedTrace): KernelTrace;
