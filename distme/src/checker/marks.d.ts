import type { Mark } from "./model.ts";
/** What the liveness claims said of every state of a search. */
export interface MarkReader {
    /** Per state 1 where the obligation of claim `i` begins. */
    readonly begins: (i: number, states: number) => Uint8Array;
    /** Per state 1 where claim `i` is discharged. */
    readonly goals: (i: number, states: number) => Uint8Array;
}
/** Asks the liveness claims about every state: one byte per claim and state. */
export declare class MarkColumns<View> implements MarkReader {
    #private;
    readonly columns: Uint8Array[];
    /** @param earlier the columns of the search that is resumed */
    constructor(marks: readonly Mark<View>[], earlier?: {
        readonly columns: readonly Uint8Array[];
    });
    get any(): boolean;
    /** Asks the claims about a new state. */
    add(id: number, view: View): void;
    begins(i: number, states: number): Uint8Array;
    goals(i: number, states: number): Uint8Array;
    get bytes(): number;
}
