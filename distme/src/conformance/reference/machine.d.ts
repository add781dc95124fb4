import { type Bounds, type Pfn } from "../../memory/bounds.ts";
import type { Bugs } from "../../reference/bugs.ts";
import type { KernelConfig } from "../../reference/config.ts";
/** A machine of the size of a world, and how the two number page frames. */
export interface Machine {
    readonly config: KernelConfig;
    /** The machine's number of a frame of the model. */
    readonly frameOf: (pfn: Pfn) => number;
    /** The model's number of a frame of the machine; null for a frame that the model lacks. */
    readonly pfnOf: (frame: number) => Pfn | null;
}
/**
 * The machine that a world describes.
 *
 * Frames have the same numbers on both sides, but for those over the limit: the model does not
 * order them, on a machine they lie above everything else. They follow the destination limit here,
 * so that every segment and the crash region are below them.
 */
export declare function machineOf(bounds: Bounds, bugs?: Bugs): Machine;
