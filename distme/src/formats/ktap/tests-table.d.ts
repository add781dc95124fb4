import type { PlannedTest } from "../planned-tests.ts";
/** The tests as a table in C: what suite.h declares, filled in. */
export declare function testsTable(planned: readonly PlannedTest[]): string;
