import type { TestGraph } from "./graph.ts";
import type { SuiteTest } from "./suite.ts";
/**
 * Random walks through the worlds in turn, each as far as an end of a test.
 *
 * @param seed the same seed gives the same tests
 */
export declare function randomTests(graphs: readonly TestGraph[], seed: number, tests: number): SuiteTest[];
/** Numbers below n, the same for the same seed (mulberry32). */
export declare function chooser(seed: number): (n: number) => number;
