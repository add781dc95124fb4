import type { RunFile } from "../formats/run-file.ts";
import type { CheckReport } from "../model/report.ts";
import type { KernelName } from "../model/worlds.ts";
import type { MutationResult } from "../mutation/result.ts";
import type { Suite } from "../testgen/suite.ts";
import { type NamedTrace } from "../viewer/review/parts.ts";
/** What a page shows beside what every page does: the museum, the specification, the stories. */
export interface ReviewContent {
    /** The kernel that is shown first; null: the first that was checked, or run. */
    readonly kernel: KernelName | null;
    readonly checks: readonly CheckReport[];
    readonly suites: readonly Suite[];
    readonly runs: readonly RunFile[];
    readonly traces: readonly NamedTrace[];
    /** null: the committed result. */
    readonly mutation: MutationResult | null;
}
export declare const noContent: ReviewContent;
/**
 * The review page, as the text of one HTML file.
 *
 * @throws RunError when the page was not built
 */
export declare function reviewPage(content: ReviewContent): string;
/**
 * The page without its parts, as the build left it.
 *
 * @throws RunError when there was no build
 */
export declare function pageTemplate(): string;
