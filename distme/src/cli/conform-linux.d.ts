import { type B8Run } from "../conformance/linux/b8.ts";
import { type BugsRun } from "../conformance/linux/bug-tests.ts";
import type { DebianKernelName } from "../conformance/linux/debian-kernels.ts";
import { type TraceRun } from "../conformance/linux/function-trace/run-traces.ts";
import { type JumpsRun } from "../conformance/linux/jump-tests.ts";
import { type Kernel } from "../conformance/linux/kernels.ts";
import { type OutsideRun } from "../conformance/linux/outside/run-outside.ts";
import { type LinuxRun } from "../conformance/linux/run-linux.ts";
import { type WalkRun } from "../conformance/linux/walk/run-walk.ts";
import { type ConformRequest } from "./conform.ts";
export interface LinuxRequest extends Omit<ConformRequest, "kernel"> {
    readonly kernels: readonly DebianKernelName[];
    /** A bzImage of the user's, in place of `kernels`; its version says which kernel it is. */
    readonly image: string | null;
    /** Also make B8 happen through the debugger. */
    readonly b8: boolean;
    /** Also replay the known bugs. */
    readonly bugs: boolean;
    /** Also leave the kernel for images of ours. */
    readonly jumps: boolean;
    /** Also look at the machine from outside, call by call. */
    readonly outside: boolean;
    /** Also follow the kernel's own function trace through the statechart. */
    readonly functionTrace: boolean;
    /** Also take so many steps of the statechart at random; null: none. */
    readonly walk: {
        readonly steps: number;
        readonly seed: number;
    } | null;
}
/** What became of one kernel. */
export type KernelResult = KernelRun | KernelFailure;
export interface KernelRun {
    readonly name: DebianKernelName;
    readonly kernel: Kernel;
    readonly run: LinuxRun;
    readonly b8: B8Run | null;
    readonly bugs: BugsRun | null;
    readonly jumps: JumpsRun | null;
    readonly outside: OutsideRun | null;
    readonly functionTrace: TraceRun | null;
    readonly walk: WalkRun | null;
}
/** A kernel that could not be had or did not boot. */
export interface KernelFailure {
    readonly name: DebianKernelName;
    readonly failure: string;
}
/**
 * Runs a suite on unmodified kernels in QEMU, two at a time.
 *
 * @returns the exit status: 0 all conform, 1 one diverges, 3 a test or a kernel could not be run
 */
export declare function conformLinux(request: LinuxRequest): Promise<number>;
