/** States of a segment, as a power of two. */
export declare const segment_shift = 16;
export declare const segmentStates: number;
/** States that an arena has room for once it was asked for so many. */
export declare function roomFor(states: number): number;
/** One segment of an arena. */
export interface Segment {
    readonly states: Int32Array;
    readonly parents: Int32Array;
    readonly actions: Uint16Array;
    readonly hashes: Int32Array;
}
/** Makes the memory of a segment; shared memory where several threads work. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;
/**
 * Every state in the order of discovery, with the state and the action that it was first reached
 * by: the set, the queue and the levels of a breadth-first search at once.
 *
 * It grows by whole segments, so that growth never copies what is there.
 */
export declare class Arena {
    #private;
    readonly words: number;
    readonly segments: Segment[];
    /** The words of the states, by segment; the same arrays as in `segments`. */
    readonly states: Int32Array[];
    constructor(words: number, allocate?: Allocate);
    /** Uses segments that were made elsewhere, from the n-th on. */
    take(first: number, segments: readonly Segment[]): void;
    /** Makes room for the states 0 .. `states` - 1. */
    reserve(states: number): void;
    /** Whether the state with number `id` has room. */
    holds(id: number): boolean;
    /**
     * Writes a state; there must be room.
     *
     * @param parent the state that it was reached from, -1 for none
     * @param action the number of the action that it was reached by
     * @param hash of its words, so that a growing table need not compute it again
     * @param from where its words begin in `state`
     */
    write(id: number, state: Int32Array, parent: number, action: number, hash: number, from?: number): void;
    /** Copies a state into `target`. */
    read(id: number, target: Int32Array): void;
    equals(id: number, state: Int32Array, from?: number): boolean;
    /** The id of the state that `id` was first reached from, -1 for an initial state. */
    parent(id: number): number;
    /** The number of the action that `id` was first reached by; 0 for an initial state. */
    action(id: number): number;
    hash(id: number): number;
    get bytes(): number;
}
