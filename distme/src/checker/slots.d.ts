/**
 * How the table of a search is laid out, so that every loop over it agrees.
 *
 * The highest bits of a hash choose one of 64 parts, which grow one at a time; the lowest ones the
 * slot where a search begins. A slot holds the number of a state, and above it some bits of the hash
 * between those two: few states with other words have to be looked at.
 */
export declare const parts_bits = 6;
export declare const parts: number;
/** The part of a slot that is the number of a state, plus 1. */
export declare const idMask: number;
export declare const tagMask: number;
/** States that fit: their numbers must leave room for the tag. */
export declare const statesMax: number;
/** Bits of the hash that neither choose the part nor, in a table of this size, the slot. */
export declare const tagShift = 6;
export declare function partOf(hash: number): number;
/** What a slot holds. @param id below `statesMax` */
export declare function slotFor(hash: number, id: number): number;
/** Whether a part with so many states must grow: at most two slots of three are in use. */
export declare function isFull(count: number, slots: number): boolean;
