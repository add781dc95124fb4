import type { RunFile } from "../formats/run-file.ts";
import type { CheckReport } from "../model/report.ts";
import type { KernelName } from "../model/worlds.ts";
import type { Suite } from "../testgen/suite.ts";
import { type ReviewFile } from "../viewer/review/read-file.ts";
import { type ReviewContent } from "./review-page.ts";
/** What a command leaves in a folder of reports. */
export type Report = {
    readonly kind: "check";
    readonly check: CheckReport;
} | {
    readonly kind: "run";
    readonly run: RunFile;
} | {
    readonly kind: "suite";
    readonly suite: Suite;
};
/**
 * Makes sure that reports can be written, before a long search.
 *
 * @throws RunError that says what is wrong with the folder, or that there is no page to fill
 */
export declare function prepareFolder(folder: string): void;
/**
 * Writes reports into a folder, and its page anew from everything that is there.
 *
 * @param kernel the one that the page shows first
 * @returns the path of the page, and its size
 * @throws RunError when a file cannot be written, or one that was there is damaged
 */
export declare function saveReports(folder: string, reports: readonly Report[], kernel: KernelName): string;
/** How a page is told of. */
export declare function pageText(file: string): string;
/**
 * Everything that `check --report` and `conform --report` have left in a folder.
 *
 * @throws RunError that names the file which is damaged, or of another model
 */
export declare function folderContent(folder: string): ReviewContent;
/** Reads a file of any of our formats. @throws RunError that names it */
export declare function readFile(path: string): ReviewFile;
/** Adds a file to what a page shows; it takes the place of one about the same. */
export declare function withFile(content: ReviewContent, file: ReviewFile, name: string): ReviewContent;
