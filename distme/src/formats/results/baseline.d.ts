import type { CheckReport, WorldReport } from "../../model/report.ts";
/** How large a world is, and how much of the statechart it covers. */
export interface WorldBaseline {
    readonly states: number;
    readonly steps: number;
    readonly depth: number;
    readonly transitionsTaken: number;
    readonly guardsSeenBothWays: number;
    readonly statesEntered: number;
}
/** What one check found, as far as a commit should not change it unnoticed. */
export interface CheckBaseline {
    readonly worlds: Readonly<Record<string, WorldBaseline>>;
    /** Over all worlds. */
    readonly coverage: {
        readonly transitions: number;
        readonly impossible: number;
        readonly transitionsTaken: number;
        readonly guardsSeenBothWays: number;
        readonly states: number;
    };
    readonly promises: number;
    /** Properties that fail as they are known to, with the steps of the shortest trace. */
    readonly violated: Readonly<Record<string, number>>;
}
/** Baselines of several checks, by `kernel preset`. */
export type Baselines = Readonly<Record<string, CheckBaseline>>;
/** A file that holds no baselines; the message says what is wrong. */
export declare class BaselineError extends Error {
    readonly name = "BaselineError";
}
/** The name of a check among others. */
export declare function baselineName({ kernel, preset }: Pick<CheckReport, "kernel" | "preset">): string;
/** @param worlds the report's, with all that was found in each */
export declare function baselineOf(report: CheckReport, worlds: readonly WorldReport[]): CheckBaseline;
/** What a baseline says otherwise, one line each: where, what it was, what it is. */
export declare function baselineDifferences(was: CheckBaseline, is: CheckBaseline): string[];
/** Baselines as text: JSON, one line a world, so that a change is read line by line. */
export declare function baselinesText(baselines: Baselines): string;
/**
 * Checks that a value is what `baselinesText` wrote.
 *
 * @param json what was parsed from the file
 * @throws BaselineError naming the place, what was expected there and what was found
 */
export declare function parseBaselines(json: unknown): Baselines;
