import type { MutantResult } from "../mutation/result.ts";
import type { Score } from "../mutation/score.ts";
export interface MutationReport {
    readonly tool: string;
    /** Mutants that were judged now; the rest is known from the baseline. */
    readonly judged: number;
    readonly score: Score;
    readonly differences: readonly string[];
    readonly baseline: string;
}
/** The whole report of a mutation run, as a person reads it. */
export declare function renderMutation(report: MutationReport): string;
/** What became of one mutant. */
export declare function renderMutant(name: string, result: MutantResult): string;
