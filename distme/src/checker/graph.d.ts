/** The explored graph: every edge of every state, in rows, in the order of exploration. */
export interface StateGraph {
    readonly states: number;
    /** States 0 .. initials-1 are the initial ones. */
    readonly initials: number;
    /** Row of state s: edges first[s] .. first[s+1]-1; length states+1. */
    readonly first: Int32Array | Float64Array;
    /** Edge -> state it leads to. */
    readonly target: Int32Array;
    /** Edge -> number of the action (an index into the model's actions). */
    readonly action: Uint16Array | Int32Array;
}
/**
 * Collects the edges of a graph while a search expands its states.
 *
 * Edges go to chunks that never move, so that no edge costs more than another; `finish` copies them
 * into flat arrays and drops each chunk on the way. Action numbers take two bytes until one of them
 * needs more.
 */
export declare class EdgeRecorder {
    #private;
    /** Bytes held by the chunks; about as many again are needed during `finish`. */
    bytes: number;
    /** Edges recorded so far. */
    get edges(): number;
    /** Opens the row of a state. Ids must ascend; a state that is left out has no edges. */
    beginState(id: number): void;
    /** Adds an edge to the open row. */
    edge(action: number, target: number): void;
    /**
     * The graph of everything recorded. The recorder is empty afterwards, and must not be used again.
     *
     * @param states the number of states; those after the last row have no edges
     * @param initials how many of the first ones are initial
     */
    finish(states: number, initials: number): StateGraph;
}
