import type { RandomResult } from "../../conformance/random.ts";
import type { CallsResult } from "../../conformance/reference/calls.ts";
import type { RunFile } from "../run-file.ts";
import { type RunTimes } from "./of-check.ts";
import { type MadeToHappen } from "./of-kernel.ts";
import { type Results } from "./results.ts";
/** What was asked for, as the results repeat it. */
export interface ConformFacts extends RunTimes {
    /** This program, with its version. */
    readonly tool: string;
    /** The command that runs the same on a kernel again, without its groups. */
    readonly command: (kernel: string) => string;
}
export interface ReferenceOutcome {
    readonly run: RunFile;
    /** null where they were not asked for. */
    readonly calls: CallsResult | null;
    readonly random: RandomResult | null;
}
/** What became of one kernel: the run of a suite on it, or why there is none. */
export type LinuxOutcome = ({
    readonly name: string;
    readonly run: RunFile;
} & MadeToHappen) | {
    readonly name: string;
    readonly failure: string;
};
/** A run of a suite on the reference kernel as results. */
export declare function resultsOfReference({ run, calls, random }: ReferenceOutcome, { tool, command, ...times }: ConformFacts): Results;
/** Runs of a suite on Linux kernels as results. */
export declare function resultsOfLinux(outcomes: readonly LinuxOutcome[], { tool, command, ...times }: ConformFacts): Results;
