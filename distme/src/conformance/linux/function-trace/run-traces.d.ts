import { type Simulation } from "../../../model/simulation.ts";
import type { Suite } from "../../../testgen/suite.ts";
import type { Kernel } from "../kernels.ts";
import { type CallPlan } from "../plan.ts";
import type { Block } from "./block.ts";
import { type OutcomeRun } from "./run-outcomes.ts";
export interface TraceOptions {
    readonly suite: Suite;
    readonly kernel: Kernel;
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
}
/** What a kernel's own function trace says of a suite's calls; plain data. */
export interface TraceRun {
    /** What `uname -r` says in the guest. */
    readonly release: string;
    /** The functions that this kernel lets be probed. */
    readonly functions: readonly string[];
    readonly calls: readonly TracedCall[];
    readonly outcomes: OutcomeRun;
    /** How many calls were certain to take each transition of the statechart. */
    readonly transitions: Readonly<Record<string, number>>;
    readonly total_ms: number;
}
export interface TracedCall {
    /** The suite's test, and which of its calls, from 0. */
    readonly test: string;
    readonly call: number;
    readonly request: string;
    readonly result: number;
    readonly events: number;
    /** How many of them the statechart can follow. */
    readonly prefix: number;
    /** Why not all of them; null when it can. */
    readonly blockedBy: Block | null;
}
/**
 * Makes those tests of a suite that are calls of kexec_load one after the other, records the
 * kernel's function trace of each call, and follows it through the statechart. Then it has the page
 * allocator give every kind of frame, in the same way.
 *
 * A call is followed from where the one before has led to: so each trace says, too, whether the
 * kernel was where the statechart took it to be.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export declare function runTraces(options: TraceOptions): Promise<TraceRun>;
/** A test that can be traced, in its world. */
export interface TraceableTest {
    readonly id: string;
    readonly simulation: Simulation;
    readonly calls: readonly CallPlan[];
}
/** The tests that are calls of kexec_load, one after the other, and nothing else. */
export declare function traceableTests(suite: Suite): readonly TraceableTest[];
