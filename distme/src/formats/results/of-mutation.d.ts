import type { MutantResult } from "../../mutation/result.ts";
import type { Score } from "../../mutation/score.ts";
import { type RunTimes } from "./of-check.ts";
import { type ResultRule, type ResultSuite, type Results } from "./results.ts";
import { type SourceIndex } from "./source-index.ts";
export interface MutationOutcome {
    readonly tool: string;
    readonly mutants: Readonly<Record<string, MutantResult>>;
    /** null when only some mutants were judged. */
    readonly score: Score | null;
    /** The committed result, and what it says otherwise; null: it was not compared. */
    readonly committed: {
        readonly file: string;
        readonly differences: readonly string[];
    } | null;
}
/** A mutation run as results: a case for each mutant, for each promise and for each difference. */
export declare function resultsOfMutation({ tool, mutants, score, committed }: MutationOutcome, times: RunTimes, index?: SourceIndex): Results;
interface Committed {
    readonly file: string;
    readonly differences: readonly string[];
    readonly rule: ResultRule;
}
/** A case for each difference from a file that is committed, or one that passed. */
export declare function committedSuite({ file, differences, rule }: Committed): ResultSuite;
export {};
