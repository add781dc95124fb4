import type { Layout, Mem } from "../../../memory/layout.ts";
import { type Simulation } from "../../../model/simulation.ts";
import type { Suite, SuiteTest } from "../../../testgen/suite.ts";
import { type ReplayedStep } from "../replay.ts";
/** A test as ordinary calls that follow one another; knows no machine yet. */
export interface OutsidePlan {
    readonly kind: "run";
    readonly layout: Layout;
    readonly calls: readonly PlannedCall[];
}
export interface PlannedCall {
    readonly label: string;
    readonly steps: readonly ReplayedStep[];
    /** The model's memory after the call. */
    readonly after: Mem;
}
export interface NamedPlan {
    readonly id: string;
    /** Or a sentence that says why the test cannot be looked at from outside. */
    readonly plan: OutsidePlan | string;
}
/** The tests of a suite, then a short random walk through each world that has ordinary calls. */
export declare function outsidePlans(suite: Suite): NamedPlan[];
/** Plans a test of a suite. */
export declare function planOutside(test: SuiteTest, simulation: Simulation): OutsidePlan | string;
