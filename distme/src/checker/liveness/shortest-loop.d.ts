import type { StateGraph } from "../graph.ts";
import { type ClassMasks } from "./classes.ts";
export interface FoundLoop {
    /** The states, the start at both ends; one state alone is a run that stays there. */
    readonly states: readonly number[];
    /** False when the search was cut short: there may be a shorter loop. */
    readonly shortest: boolean;
}
/**
 * The shortest fair loop from any of several states; of loops as short, one from the first state.
 *
 * @param starts at least one, all in fair sets
 * @param sets state -> number of its fair set
 */
export declare function shortestLoop(graph: StateGraph, masks: ClassMasks, { starts, sets }: {
    readonly starts: readonly number[];
    readonly sets: Int32Array;
}): FoundLoop;
