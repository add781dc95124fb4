import { type PageBlock } from "./memory.ts";
import type { Kimage, Task } from "./state.ts";
import type { ControlPurpose } from "./step.ts";
/**
 * Which frames a file load gets: `count` different ones that fit, or null when there are not so
 * many. They are used in the order in which they are given.
 */
export type ChooseFrames = (count: number, fits: (frame: number) => boolean) => readonly number[] | null;
/** A thread whose pages are chosen by rule, not by one decision for each. */
export interface FrameUser extends Task {
    readonly request: {
        readonly chooseFrames?: ChooseFrames;
    };
}
/**
 * Takes control pages for an image, all of them or none.
 *
 * @returns the pages in the order of `purposes`; null when there are not enough
 */
export declare function takeControlPages(task: FrameUser, image: Kimage, purposes: readonly ControlPurpose[]): readonly PageBlock[] | null;
/** Gives pages back that were taken for an image which will be freed. */
export declare function giveControlPagesBack({ kernel: { memory } }: Task, image: Kimage, blocks: readonly PageBlock[]): void;
/**
 * Chooses frames for source and list pages: none is a destination.
 *
 * @returns null when there are not enough
 */
export declare function choosePages(task: FrameUser, image: Kimage, count: number): readonly number[] | null;
