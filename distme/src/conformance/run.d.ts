import type { Edit } from "../model/mutant.ts";
import { type Simulation } from "../model/simulation.ts";
import type { GroupName, Suite, SuiteTest } from "../testgen/suite.ts";
import type { Divergence, SystemUnderTest } from "./system.ts";
/** What became of one test. */
export type TestResult = {
    readonly id: string;
} & ({
    readonly outcome: "conforms";
    readonly steps: number;
} | {
    readonly outcome: "diverges";
    readonly divergence: Divergence;
}
/** The test could not be run to its end, and says nothing about the system. */
 | {
    readonly outcome: "error";
    readonly message: string;
});
/** What became of a suite, test by test in its order. */
export interface SuiteResult {
    readonly results: readonly TestResult[];
    readonly conforms: number;
    readonly diverges: number;
    readonly errors: number;
}
export interface SuiteRun {
    /** A suite that checkSuite let pass. */
    readonly suite: Suite;
    /** Makes the system under test; every test has its own. */
    readonly system: () => SystemUnderTest;
    /** The groups to run; left out, all of them. */
    readonly groups?: readonly GroupName[];
    /** A mutant that the suite was made from: the tests are run on it and the system side by side. */
    readonly edit?: Edit;
    /** Told of each test when it has ended. */
    readonly onResult?: (result: TestResult) => void;
}
/** Runs a suite, one test after the other; a test that fails or breaks does not stop the others. */
export declare function runSuite({ suite, system, groups, edit, onResult, }: SuiteRun): Promise<SuiteResult>;
/** What a test runs on: the model of its world, and a system that has not been started. */
export interface TestBed {
    readonly simulation: Simulation;
    readonly system: SystemUnderTest;
}
/**
 * Runs a test on model and system side by side, up to the first step where they differ.
 *
 * The model is asked again, not the file: a test whose steps are not the model's, or that ends where
 * something is left that could be given back, is an error.
 */
export declare function runTest(test: SuiteTest, bed: TestBed): Promise<TestResult>;
