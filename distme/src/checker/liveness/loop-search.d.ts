import type { StateGraph } from "../graph.ts";
import type { FairSet } from "./fair-set.ts";
/**
 * Shortest fair loops in one fair set: a breadth-first search over places, that is, members with
 * what was done on the way.
 *
 * A step takes the classes of every action that makes it, so that each row is read three times: to
 * collect what the edges to one member take together, to go there, and to forget it.
 */
export declare class LoopSearch {
    #private;
    /** Edges read so far. */
    effort: number;
    constructor(graph: StateGraph, set: FairSet, placesMax?: number);
    /**
     * The members of a shortest fair loop from `start`, which is given at both ends.
     *
     * @param start a member in which no run can stay for ever
     * @param stepsMax longer loops are not looked for
     * @returns null if there is none; `unaffordable` if there are too many places to tell
     */
    from(start: number, stepsMax: number): number[] | null | "unaffordable";
}
