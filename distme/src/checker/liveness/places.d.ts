/** A member of a fair set, with what a loop has done on the way there. */
export interface Place {
    readonly member: number;
    /** Bits of the classes that were taken or, if they are weak, disabled on the way. */
    readonly done: number;
    /** Bits of the strong classes that were enabled on the way, and not taken since the start. */
    readonly owed: number;
}
/**
 * The places that a search has seen, in order, each once, with the place before it.
 *
 * One array of rows (member, done, owed, index of the place before) and a table of open addressing,
 * as in the engine's `StateStore`.
 */
export declare class Places {
    #private;
    size: number;
    /** Adds a place unless it is there already. */
    add(place: Place, before: number): void;
    at(index: number): Place;
    /** The members from the first place to this one. */
    wayTo(index: number): number[];
    clear(): void;
}
