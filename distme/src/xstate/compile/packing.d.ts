import { type FlatChart } from "./regions.ts";
/** Some bits of a word of a state. */
export interface Field {
    readonly word: number;
    readonly shift: number;
    readonly bits: number;
}
/** How states are stored in fewer words than they are computed in. */
export interface Packing {
    /** Words of a stored state. */
    readonly words: number;
    /** Statements that come before the packed words are computed from `next`. */
    readonly prepare: string;
    /** Each packed word, as an expression over `next` and what `prepare` left. */
    readonly packed: readonly string[];
    /** Statements: `from`, from `base` on, -> `cur`. */
    readonly unpack: string;
}
/**
 * Puts the bits that a state uses next to each other, without loss: a value that does not fit its
 * declared bits is an error.
 *
 * @param widths bits of each byte of the context; null: all of them
 */
export declare function packingOf(flat: FlatChart, contextWords: number, widths: Uint8Array | null): Packing;
