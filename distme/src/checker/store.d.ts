import { Arena } from "./arena.ts";
/**
 * Every state seen, losslessly, in the order of discovery, and a table that finds it again.
 *
 * The arena holds the states; the table of open addressing holds their numbers, at most two
 * thirds full, and equality is decided on the words themselves, so no two states are ever confused.
 * Beside its words a state takes 10 bytes of the arena and 6 to 12 of the table. A JavaScript `Set`
 * ends at 2^24 entries; this one at 2^27.
 *
 * Written for speed (typed arrays, no objects); `test/checker/store.test.ts` holds it against a
 * plain `Set` of strings.
 */
export declare class StateStore {
    #private;
    readonly arena: Arena;
    readonly words: number;
    /** Number of states stored; ids are 0 .. size-1. */
    size: number;
    /** Per part: its slots, see `slots.ts`, 0 for an empty one. Only to be read. */
    readonly tables: Int32Array[];
    constructor(words: number);
    /**
     * Adds a state unless it is there already.
     *
     * @param state `words` words; copied
     * @param parent id of the state it was reached from, -1 for an initial state
     * @param action number of the action it was reached by
     * @returns the id of a new state, or -1 - id of the one that was there
     */
    insert(state: Int32Array, parent: number, action: number): number;
    /**
     * Adds a state that is not there.
     *
     * @param slot the empty slot where a search for it ended
     * @returns its id
     */
    add(state: Int32Array, hash: number, slot: number, parent: number, action: number): number;
    /** Whether a state is stored. */
    has(state: Int32Array): boolean;
    /** Copies a state into `target`. */
    read(id: number, target: Int32Array): void;
    /** The id of the state that `id` was first reached from, -1 for an initial state. */
    parent(id: number): number;
    /** The number of the action that `id` was first reached by. */
    action(id: number): number;
    /** Bytes of the states and of the table. */
    get bytes(): number;
    /** Finds the states of an arena that was filled elsewhere: a checkpoint. */
    index(size: number): void;
}
