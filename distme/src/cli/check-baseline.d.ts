import { type Baselines } from "../formats/results/baseline.ts";
import type { ResultSuite } from "../formats/results/results.ts";
import type { CheckReport, WorldReport } from "../model/report.ts";
/** A file that a check is compared with, or that its numbers are written to. */
export interface BaselineRequest {
    readonly file: string;
    readonly write: boolean;
}
/** A baseline file that was read. */
export interface KnownBaseline extends BaselineRequest {
    readonly known: Baselines;
}
/** What became of the comparison. */
export interface BaselineOutcome {
    readonly file: string;
    readonly differences: readonly string[];
    /** What to say of it where nothing differs. */
    readonly note: string;
}
/**
 * Reads a baseline file, before the search; one that will be written need not be there.
 *
 * @throws RunError that says what is wrong with it
 */
export declare function openBaseline(request: BaselineRequest): KnownBaseline;
/**
 * Compares a check with its baseline, or writes it there.
 *
 * Nothing is known of a check that is violated or incomplete: it fails anyhow, and is not compared.
 */
export declare function baselineOutcome({ file, write: writes, known }: KnownBaseline, report: CheckReport, worlds: readonly WorldReport[]): BaselineOutcome;
/** Prints what differs from a baseline; behind a JSON document it goes to the standard error. */
export declare function tellBaseline({ file, differences, note }: BaselineOutcome, { json }: {
    readonly json: boolean;
}): void;
/** The comparison as results. */
export declare function baselineSuite({ file, differences }: BaselineOutcome): ResultSuite;
