import { messageOf } from "../../base/message.js";
import { checkSuite, SuiteError } from "../../conformance/check-suite.js";
import { isItf, parseItf } from "../../formats/itf-read.js";
import { MutationFileError, mutationOf } from "../../formats/mutation-file.js";
import { parseReport, ReportFileError } from "../../formats/report-file.js";
import { parseRun, RunFileError } from "../../formats/run-file.js";
import { parseTrace, TraceFileError } from "../../formats/trace-file.js";
/** A file that a page cannot show; the message says why, to the person who gave it. */
export class ReviewFileError extends Error {
    name = "ReviewFileError";
}
/** A file larger than this is refused before it is read. */
export const fileMax_bytes = 50 * 2 ** 20;
const kindsOfFile = "a trace, a suite, a run, the report of a check or a mutation result";
/**
 * Reads a file of one of our formats, told apart by what it says of itself.
 *
 * @throws ReviewFileError when it is none, is too large, or does not fit this model
 */
export function readReviewFile(text) {
    refuseLarge(text.length); // a letter takes a byte at least
    const json = parsed(text);
    try {
        return fileOf(json);
    }
    catch (error) {
        if (refusals.some((kind) => error instanceof kind))
            throw new ReviewFileError(messageOf(error));
        throw error;
    }
}
/** For those who know the size before they read. @throws ReviewFileError when it is too large */
export function refuseLarge(size_bytes) {
    if (size_bytes <= fileMax_bytes)
        return;
    const [most, size] = [fileMax_bytes, size_bytes].map((bytes) => Math.ceil(bytes / 2 ** 20));
    throw new ReviewFileError(`expected a file of at most ${most} MiB, got one of ${size} MiB`);
}
const refusals = [SuiteError, TraceFileError, RunFileError, ReportFileError, MutationFileError];
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new ReviewFileError(`expected JSON, got: ${messageOf(error)}`);
    }
}
function fileOf(json) {
    const said = typeof json === "object" && json !== null ? json : {};
    switch (said.format) {
        case "kexec-model trace 1":
            return { kind: "trace", trace: parseTrace(json) };
        case "kexec-model suite 1":
            return { kind: "suite", suite: checkSuite(json) };
        case "kexec-model run 1":
            return { kind: "run", run: parseRun(json) };
        case "kexec-model mutation 1":
            return { kind: "mutation", mutation: mutationOf(json) };
    }
    if (isItf(json))
        return { kind: "trace", trace: parseItf(json) };
    if (said.format === undefined && said.schema === 1) {
        return { kind: "check", check: parseReport(json) };
    }
    throw new ReviewFileError(`expected ${kindsOfFile}, got ${saidText(said)}`);
}
function saidText({ format, schema }) {
    if (typeof format === "string")
        return `a file of format "${format.slice(0, 60)}"`;
    return typeof schema === "number" ? `a file of schema ${schema}` : "a file that names no format";
}
//# sourceMappingURL=read-file.js.map