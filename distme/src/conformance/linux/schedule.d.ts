import { type Layout } from "../../memory/layout.ts";
import { type Point } from "./points.ts";
import type { PagePosition } from "./protocol.ts";
import { type ReplayedStep } from "./replay.ts";
/** Where a call can be stopped from outside. */
export type HoldPlace = 
/** While it copies a page, which userfaultfd keeps away; then it gets the page, or EFAULT. */
{
    readonly kind: "page";
    readonly page: PagePosition;
    readonly ends: "deliver" | "efault";
}
/** At the entry of a kernel function, which the debugger makes an endless loop. */
 | {
    readonly kind: "function";
    readonly at: Point;
};
/** A part of a run that can be brought about by itself. */
export type Piece = {
    readonly kind: "write";
    readonly step: ReplayedStep;
} | {
    readonly kind: "event";
    readonly steps: readonly ReplayedStep[];
} | {
    readonly kind: "call";
    readonly task: number;
    readonly steps: readonly ReplayedStep[];
    /** Where the call is held up for a while, or null. */
    readonly held: Held | null;
};
export interface Held {
    readonly at: HoldPlace;
    /** How many of the call's steps come before. */
    readonly before: number;
    /** What runs in the meantime. */
    readonly meanwhile: readonly Piece[];
}
/**
 * Puts the steps of a run into an order that can be brought about: calls run as a whole, one after
 * the other as they take the lock or are refused; while a call is held up, those run that find the
 * lock held, and what happens to its caller or to the machine.
 *
 * The steps of a call before it takes the lock and after it has released it touch nothing that
 * another call sees, so the order of the locks is what matters. The caller replays the result.
 *
 * @returns the reason, as a sentence, when a call would have to be held up where nothing can
 */
export declare function schedule(layout: Layout, steps: readonly ReplayedStep[]): readonly Piece[] | string;
/** The steps of pieces in the order in which they happen. */
export declare function stepsInOrder(pieces: readonly Piece[]): ReplayedStep[];
/** The page of a call's buffers that cannot be read, or null. */
export declare function faultOf(layout: Layout, steps: readonly ReplayedStep[]): PagePosition | null;
