import type { Arena } from "../arena.ts";
/** A new state of the round that has no number yet: where its words are. */
export interface Provisional {
    readonly words: (index: number) => Int32Array;
    readonly at: (index: number) => number;
}
/**
 * The table of a parallel search, laid out as `slots.ts` says. While a round is entered, the n-th new
 * state of a part's owner stands in it as a number above all states'. All threads read it while they
 * expand states; between barriers, each changes the parts that it owns.
 */
export declare class SharedTable {
    #private;
    readonly tables: Int32Array[];
    constructor(arena: Arena);
    /** Whether a state is stored. */
    has(state: Int32Array, hash: number): boolean;
    /**
     * Enters a candidate unless it is there already.
     *
     * @param next the number of the next new state of the round
     */
    enter(words: Int32Array, base: number, next: number, known: Provisional): boolean;
    /** Gives a new state its number. */
    settle(hash: number, index: number, id: number): void;
    get bytes(): number;
}
