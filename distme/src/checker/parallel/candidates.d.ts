/** Words in front of a candidate's own: its parent, its action, its hash. */
export declare const head_words = 3;
/**
 * What one thread found in a round and could not find in the table: states that are new, or that
 * another step of the same round finds as well. In the order of the sequential search.
 */
export declare class Candidates {
    #private;
    count: number;
    words: Int32Array;
    constructor(stateWords: number, words?: Int32Array);
    /** Where a candidate's words begin. */
    at(index: number): number;
    /** @returns whether the memory had to grow, and the other threads must be told */
    push(origin: {
        readonly parent: number;
        readonly action: number;
        readonly hash: number;
    }, state: Int32Array): boolean;
}
