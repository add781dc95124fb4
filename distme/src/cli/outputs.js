import { appendFileSync } from "node:fs";
import { InvalidArgumentError, Option } from "commander";
import { unreachable } from "../base/assert.js";
import { annotations } from "../formats/results/annotations.js";
import { ctrf } from "../formats/results/ctrf.js";
import { junit } from "../formats/results/junit.js";
import { sarif } from "../formats/results/sarif.js";
import { summary } from "../formats/results/summary.js";
import { expectPlace, write } from "./files.js";
import { UsageError } from "./usage.js";
export const outputFormats = ["junit", "sarif", "ctrf", "json", "github", "summary"];
const outputHelp = "also write the results as junit, sarif, ctrf or json to a file, as GitHub's annotations " +
    "(github) or job summary (summary); several times";
/** `--output junit:check.xml`, for every command whose results a build may want. */
export function outputOption() {
    return new Option("--output <format:file>", outputHelp).argParser((text, before) => [...(before ?? []), outputOf(text)]);
}
function outputOf(text) {
    const colon = text.indexOf(":");
    const name = colon < 0 ? text : text.slice(0, colon);
    const file = colon < 0 ? "" : text.slice(colon + 1);
    const format = outputFormats.find((one) => one === name);
    if (!format) {
        const known = `expected one of ${outputFormats.join(", ")}, a colon and a file`;
        throw new InvalidArgumentError(`${known}, got "${text}".`);
    }
    if (file === "" && format !== "github" && format !== "summary") {
        throw new InvalidArgumentError(`expected a file, such as ${format}:results, got "${text}".`);
    }
    return { format, file: file === "" ? null : file };
}
/**
 * Says what is wrong with the outputs that were asked for, before the results are found out.
 *
 * @param json whether the standard output is one JSON document
 * @throws UsageError, RunError
 */
export function prepareOutputs(outputs, { json }) {
    for (const output of outputs) {
        const place = placeOf(output);
        if (place.kind !== "stdout")
            expectPlace(place.file);
        else if (json) {
            throw new UsageError("expected --output github without --json, got both: annotations go to the standard output");
        }
    }
}
/** Writes the results in every form that was asked for. */
export function writeOutputs(outputs, found) {
    for (const output of outputs) {
        const text = textOf(output.format, found);
        const place = placeOf(output);
        if (place.kind === "stdout")
            process.stdout.write(text);
        else if (place.kind === "append")
            appendFileSync(place.file, text);
        else
            write(place.file, text);
    }
}
/** Annotations belong on the standard output, a summary behind that of the job's other steps. */
function placeOf({ format, file }) {
    if (file !== null)
        return { kind: "file", file };
    if (format === "github")
        return { kind: "stdout" };
    const summaryFile = process.env["GITHUB_STEP_SUMMARY"];
    if (summaryFile)
        return { kind: "append", file: summaryFile };
    throw new UsageError("expected a file, such as --output summary:summary.md, since GITHUB_STEP_SUMMARY is not set");
}
function textOf(format, { results, json }) {
    switch (format) {
        case "junit":
            return junit(results);
        case "sarif":
            return sarif(results);
        case "ctrf":
            return ctrf(results);
        case "json":
            return `${json}\n`;
        case "github":
            return annotations(results);
        case "summary":
            return summary(results);
        default:
            return unreachable(format);
    }
}
//# sourceMappingURL=outputs.js.map