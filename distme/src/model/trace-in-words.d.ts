import type { TraceReport } from "./report.ts";
export interface WordsOptions {
    /** Columns of a line that is not broken. */
    readonly columns: number;
    /** Breaks a text that begins at column `indent`, and indents every line but the first. */
    readonly wrap: (text: string, indent: number) => string;
    readonly indent: number;
    /** Show only that many steps from the end, and say how many came before. */
    readonly last?: number;
}
/** A trace, one line a step: what the kernel did and only what changed. */
export declare function traceInWords(trace: TraceReport, options: WordsOptions): string;
