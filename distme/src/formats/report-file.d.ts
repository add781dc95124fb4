import type { CheckReport } from "../model/report.ts";
/** A file that is no report of a check, or one that no model of ours can show. */
export declare class ReportFileError extends Error {
    readonly name = "ReportFileError";
}
/**
 * Checks that a value is the report of a check whose traces are runs of this model. Its shape is
 * that of `spec/check-report.schema.json`.
 *
 * @param json what was parsed from the file
 * @throws ReportFileError naming the place, what was expected there and what was found
 */
export declare function parseReport(json: unknown): CheckReport;
