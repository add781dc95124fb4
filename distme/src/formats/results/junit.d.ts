import { type Results } from "./results.ts";
/**
 * Results as JUnit XML, with the elements and attributes that all readers know.
 *
 * What is broken is a failure; what was not found out, or not brought to its end, is an error. What is
 * known to be broken passes, and its output says so.
 */
export declare function junit(results: Results): string;
