import type { Packing } from "./packing.ts";
/**
 * How successors are handed on: to a visitor, or, in a search, straight into the store. The latter is
 * `StateStore.insert` once more, for states of this many words; it must agree with it.
 */
export declare function storeText({ words, prepare, packed, unpack }: Packing): string;
