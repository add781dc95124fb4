import type { Automaton } from "./automaton.ts";
/** A line that one of the kernel's readers takes for something else, or refuses. */
export interface RvProblem {
    /** From 1 on. */
    readonly line: number;
    readonly message: string;
}
/** What is in a monitor's file; the automaton is null when there is a problem. */
export interface RvFile {
    readonly automaton: Automaton | null;
    readonly problems: readonly RvProblem[];
}
/**
 * Reads a monitor's file, whoever wrote it, as strictly as all of the kernel's readers together.
 *
 * They differ: what one refuses another reads, and some lines are lost without a word. What is
 * reported here is what at least one of them gets wrong.
 */
export declare function readRvDot(text: string): RvFile;
