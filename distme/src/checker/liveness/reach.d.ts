import type { StateGraph } from "../graph.ts";
/** What a breadth-first search found. */
export interface Reach {
    /** State -> steps on a shortest way to it, -1 where there is none. */
    readonly depth: Int32Array;
    /** State -> the one before it on the way; the lowest of several; a root's is the root itself. */
    readonly before: Int32Array;
    /** The states reached, by depth. */
    readonly order: Int32Array;
}
/** Where a breadth-first search begins, and where it must not go. */
export interface Bounds {
    /** By depth, if there is `depth`. */
    readonly roots: Int32Array;
    /** State -> steps taken before the search; without it, none. */
    readonly depth?: Int32Array;
    /** State -> 1 if no way may enter it; without it, every state may be entered. */
    readonly closed?: Uint8Array;
}
/** Shortest ways from the roots, which must be open themselves. */
export declare function reach(graph: StateGraph, { roots, depth: given, closed }: Bounds): Reach;
/** The states from a root to `state`. */
export declare function wayTo({ before }: Reach, state: number): number[];
