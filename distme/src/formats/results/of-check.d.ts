import type { CheckReport } from "../../model/report.ts";
import { type ResultStep, type Results, type SourceLocation } from "./results.ts";
import { type SourceIndex } from "./source-index.ts";
/** What the report itself does not say. */
export interface RunTimes {
    /** Milliseconds since 1970. */
    readonly began_ms: number;
    readonly ended_ms: number;
}
/**
 * A check as results: a case for each property, for each world, and for each thing that is wrong with
 * the statechart's coverage.
 */
export declare function resultsOfCheck(report: CheckReport, times: RunTimes, index?: SourceIndex): Results;
/** Where a run ends: the transition of its last step that has a line. */
export declare function lastLine(trace: readonly ResultStep[]): SourceLocation | null;
/** The transition or state that a problem names: what is longest is meant. */
export declare function placeIn(text: string, index: SourceIndex): SourceLocation | null;
