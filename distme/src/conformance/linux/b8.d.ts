import { type KernelName } from "../../model/worlds.ts";
import type { Kernel } from "./kernels.ts";
export interface B8Options {
    /** Whose model finds the run. */
    readonly name: KernelName;
    readonly kernel: Kernel;
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
}
/** Plain data. */
export interface B8Run {
    readonly release: string;
    readonly package: string | null;
    readonly model: {
        readonly property: string;
        readonly world: string;
        /** The run that violates the property, one step a line. */
        readonly steps: readonly string[];
        readonly result: string;
        readonly lost_frames: number;
    };
    readonly calls: readonly B8Call[];
    /** Whether every call ended and lost as the model says. */
    readonly agrees: boolean;
    readonly boot_ms: number;
    readonly total_ms: number;
}
/** One call, made when nothing is loaded. */
export interface B8Call {
    /** Which allocation the debugger makes fail, or none. */
    readonly fails: "list page of a source page" | "first list page" | "source page" | "none";
    readonly result: string;
    /** Frames that the kernel owns after the call and an unload, more than before. */
    readonly lost_frames: number;
    /** What the model says. */
    readonly expected: {
        readonly result: string;
        readonly lost_frames: number;
    };
}
/**
 * Makes B8 happen three times, and three other loads that must not lose anything.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export declare function runB8(options: B8Options): Promise<B8Run>;
