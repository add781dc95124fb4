import type { StateGraph } from "../graph.ts";
/**
 * Strongly connected components of parts of a graph.
 *
 * Pearce's form of Tarjan's algorithm ("A space-efficient algorithm for finding strongly connected
 * components", 2016) without recursion: one number a state is first its index, then the lowest index
 * that it reaches, at last its component; one array is the path of the search, from the left, and
 * the states that wait for their component, from the right.
 */
export declare class Components {
    #private;
    /** State -> component. No number is ever used twice; 0 before the first search. */
    readonly of: Int32Array;
    /** @param searched no search is in more states than this */
    constructor(graph: StateGraph, searched: number);
    /**
     * Finds the components of some states, along edges between them.
     *
     * @param open state -> 1 for those of `states`, 0 for others
     * @param found gets `states`, the members of each component next to each other
     */
    search(states: Int32Array, open: Uint8Array, found: Int32Array): void;
}
