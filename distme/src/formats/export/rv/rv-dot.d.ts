import type { Automaton } from "./automaton.ts";
/**
 * An automaton in the part of DOT that every version of the kernel's own reader understands: dot2c
 * of 5.19 to 6.15, which reads line by line and word by word, and rvgen of later kernels.
 *
 * So the spaces are where they are, a label comes last, nothing is a comment or a bare number, two
 * states have one line with all of its events, and a state's label is its name.
 */
export declare function rvDot({ states, next }: Automaton): string;
