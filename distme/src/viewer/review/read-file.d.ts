import { type RunFile } from "../../formats/run-file.ts";
import { type TraceFile } from "../../formats/trace-file.ts";
import type { CheckReport } from "../../model/report.ts";
import type { MutationResult } from "../../mutation/result.ts";
import type { Suite } from "../../testgen/suite.ts";
/** What a file is that a page can show. */
export type ReviewFile = {
    readonly kind: "trace";
    readonly trace: TraceFile;
} | {
    readonly kind: "suite";
    readonly suite: Suite;
} | {
    readonly kind: "run";
    readonly run: RunFile;
} | {
    readonly kind: "check";
    readonly check: CheckReport;
} | {
    readonly kind: "mutation";
    readonly mutation: MutationResult;
};
/** A file that a page cannot show; the message says why, to the person who gave it. */
export declare class ReviewFileError extends Error {
    readonly name = "ReviewFileError";
}
/** A file larger than this is refused before it is read. */
export declare const fileMax_bytes: number;
/**
 * Reads a file of one of our formats, told apart by what it says of itself.
 *
 * @throws ReviewFileError when it is none, is too large, or does not fit this model
 */
export declare function readReviewFile(text: string): ReviewFile;
/** For those who know the size before they read. @throws ReviewFileError when it is too large */
export declare function refuseLarge(size_bytes: number): void;
