import { type Plan } from "../conformance/linux/plan.ts";
import type { GroupName, Suite, SuiteTest } from "../testgen/suite.ts";
/** A test that user space can bring about on an unmodified kernel, and how. */
export interface PlannedTest {
    readonly test: SuiteTest;
    readonly plan: Plan;
}
export interface LeftOut {
    readonly id: string;
    readonly reason: string;
}
export interface PlannedTests {
    readonly planned: readonly PlannedTest[];
    readonly leftOut: readonly LeftOut[];
}
/**
 * The tests of a suite that user space can bring about, and the others with what stands in the way.
 *
 * As in a conformance run, tests of the lock are added to the group `two-callers`. Tests that write
 * 1 to kexec_load_disabled come last: only the next boot takes that back.
 *
 * @param groups null: all
 */
export declare function plannedTests(suite: Suite, groups: readonly GroupName[] | null): PlannedTests;
/** How often each reason is given, the most frequent one first. */
export declare function reasonsOf(leftOut: readonly LeftOut[]): readonly (readonly [string, number])[];
