import type { KernelName } from "../model/worlds.ts";
import type { CriterionName } from "../testgen/criteria.ts";
import type { GroupName, Suite } from "../testgen/suite.ts";
/**
 * `json`: the suite itself; `ktap`: a C program that prints KTAP; `syzkaller`: a folder of programs
 * for syz-runtest.
 */
export declare const suiteFormats: readonly ["json", "ktap", "syzkaller"];
export type SuiteFormat = (typeof suiteFormats)[number];
export interface GenerateFlags {
    readonly cover: CriterionName | "random";
    readonly kernel: KernelName;
    readonly seed: number;
    readonly tests: number;
    readonly format: SuiteFormat;
    /** For ktap and syzkaller: the groups to take tests from; null: all. */
    readonly groups: readonly GroupName[] | null;
    /** Where it goes; null: print a summary of a suite, or the C program. */
    readonly out: string | null;
    readonly json: boolean;
}
/**
 * Makes a test suite from the statechart.
 *
 * @returns the exit status
 * @throws UsageError when the options do not go together
 */
export declare function generateCommand(flags: GenerateFlags): number;
/** What a suite holds, group by group. */
export declare function renderSuite(suite: Suite, out: string | null): string;
