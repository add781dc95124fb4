import type { StateGraph } from "../graph.ts";
import type { FairClass } from "./claim.ts";
/** Fairness classes as bits: class i is bit i % 32 of word i / 32 of a mask. */
export interface ClassMasks {
    readonly classes: readonly FairClass[];
    /** Words of a mask. */
    readonly words: number;
    /** Mask of the classes of each action, `words` words an action. */
    readonly ofAction: Int32Array;
    readonly weak: Int32Array;
    readonly strong: Int32Array;
}
export declare function classMasks(classes: readonly FairClass[]): ClassMasks;
/** Whether class `index` is in a mask. */
export declare function hasBit(mask: Int32Array, index: number): boolean;
/** Puts the classes that have a step out of `state` into the mask of `into` that begins at `base`. */
export declare function addEnabled(graph: StateGraph, { words, ofAction }: ClassMasks, state: number, { into, base }: {
    readonly into: Int32Array;
    readonly base: number;
}): void;
