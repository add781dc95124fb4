import { type Results } from "./results.ts";
/** GitHub shows so many errors of one step, and hides the others without a word. */
export declare const ANNOTATIONS_max = 10;
/**
 * What is wrong, as GitHub's workflow commands, one line each: they stand on the standard output of a
 * step, and GitHub shows them at the source lines that they name.
 *
 * What is open because something else failed or stopped is told in one. With more than GitHub shows,
 * the last one says how many there are.
 */
export declare function annotations(results: Results): string;
