import { type Layout } from "./layout.ts";
/**
 * How many bits of each byte of the state are ever used, so that it can be stored in less.
 *
 * @returns one width per byte, 0 for padding and for what this world does not have
 */
export declare function bitsOf(layout: Layout): Uint8Array;
