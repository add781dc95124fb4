import { type Results } from "./results.ts";
/**
 * Results as a SARIF 2.1.0 log: a rule for each property, a result for each one that is not as it
 * should be, and its trace as a code flow through the source of the statechart.
 *
 * What is wrong and known is a note, suppressed with its reason. What is open because something else
 * stopped is `open`, which is no alert; what stopped is an error.
 */
export declare function sarif(results: Results): string;
