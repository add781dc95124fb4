import type { LinuxRun } from "../conformance/linux/run-linux.ts";
import type { SuiteResult } from "../conformance/run.ts";
import type { Suite } from "../testgen/suite.ts";
import type { RunFile } from "./run-file.ts";
/** What is not in the result of a run. */
export interface RunFacts {
    /** This program, with its version. */
    readonly tool: string;
    /** See `RunFile.system`. */
    readonly system: string;
}
/** The run of a suite on the reference kernel, as it is saved. */
export declare function runOfReference(suite: Suite, { results }: SuiteResult, facts: RunFacts): RunFile;
/** The run of a suite on Linux, as it is saved; tests of the lock are added to those of the suite. */
export declare function runOfLinux(suite: Suite, run: LinuxRun, tool: string): RunFile;
