import type { CheckReport, TraceReport } from "../model/report.ts";
/** The whole report of a check, as a person reads it. */
export declare function renderCheck(report: CheckReport): string;
/** A trace as wide as the terminal. @param last how many steps from the end; others are counted */
export declare function renderTrace(trace: TraceReport, indent: number, last?: number): string;
/** How often each reason is given, in the order in which they first occur. */
export declare function tally(given: readonly {
    readonly reason: string;
}[]): [string, number][];
