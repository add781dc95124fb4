import type { KernelName } from "../../../model/worlds.ts";
import type { Kernel } from "../kernels.ts";
import { type Parting } from "./follow.ts";
export interface WalkOptions {
    /** Whose model walks. */
    readonly name: KernelName;
    readonly kernel: Kernel;
    /** Steps of the statechart to take; the call under way is finished. */
    readonly steps: number;
    /** The same seed takes the same steps. */
    readonly seed: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
}
/** A long walk of the model that a kernel took too; plain data. */
export interface WalkRun {
    readonly release: string;
    readonly seed: number;
    /** Steps of the statechart that the kernel has taken, and was compared with. */
    readonly steps: number;
    readonly calls: number;
    /** Of them, those that loaded an image. */
    readonly loads: number;
    readonly worlds: readonly string[];
    /** How often the machine was looked at from outside: at the end of each batch. */
    readonly looks: number;
    /** Without the boot. */
    readonly total_ms: number;
    readonly steps_per_s: number;
    readonly divergence: WalkDivergence | null;
}
/** The first difference of a walk. */
export interface WalkDivergence extends Parting {
    readonly world: string;
    /** A command that takes the walk up to here again. */
    readonly replay: string;
}
/**
 * Takes a kernel along on long random walks through the model's worlds, and compares every call's
 * result and what is seen after it; at the end of each batch also the frames that the kernel owns,
 * and its memory from outside.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export declare function runWalk(options: WalkOptions): Promise<WalkRun>;
