import { appendFileSync } from "node:fs";
import { InvalidArgumentError, Option } from "commander";
import { unreachable } from "../base/assert.ts";
import { annotations } from "../formats/results/annotations.ts";
import { ctrf } from "../formats/results/ctrf.ts";
import { junit } from "../formats/results/junit.ts";
import type { Results } from "../formats/results/results.ts";
import { sarif } from "../formats/results/sarif.ts";
import { summary } from "../formats/results/summary.ts";
import { expectPlace, write } from "./files.ts";
import { UsageError } from "./usage.ts";

export const outputFormats = ["junit", "sarif", "ctrf", "json", "github", "summary"] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** One more form that the results of a command are written in. */
export interface Output {
  readonly format: OutputFormat;
  /** null: where the format belongs by itself, see `placeOf`. */
  readonly file: string | null;
}

const outputHelp =
  "also write the results as junit, sarif, ctrf or json to a file, as GitHub's annotations " +
  "(github) or job summary (summary); several times";

/** `--output junit:check.xml`, for every command whose results a build may want. */
export function outputOption(): Option {
  return new Option("--output <format:file>", outputHelp).argParser(
    (text: string, before: readonly Output[] | undefined) => [...(before ?? []), outputOf(text)],
  );
}

function outputOf(text: string): Output {
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
export function prepareOutputs(
  outputs: readonly Output[],
  { json }: { readonly json: boolean },
): void {
  for (const output of outputs) {
    const place = placeOf(output);
    if (place.kind !== "stdout") expectPlace(place.file);
    else if (json) {
      throw new UsageError(
        "expected --output github without --json, got both: annotations go to the standard output",
      );
    }
  }
}

/** What a command found, in both of its forms. */
export interface Found {
  readonly results: Results;
  /** What --json prints. */
  readonly json: string;
}

/** Writes the results in every form that was asked for. */
export function writeOutputs(outputs: readonly Output[], found: Found): void {
  for (const output of outputs) {
    const text = textOf(output.format, found);
    const place = placeOf(output);
    if (place.kind === "stdout") process.stdout.write(text);
    else if (place.kind === "append") appendFileSync(place.file, text);
    else write(place.file, text);
  }
}

type Place =
  | { readonly kind: "stdout" }
  | { readonly kind: "file" | "append"; readonly file: string };

/** Annotations belong on the standard output, a summary behind that of the job's other steps. */
function placeOf({ format, file }: Output): Place {
  if (file !== null) return { kind: "file", file };
  if (format === "github") return { kind: "stdout" };
  const summaryFile = process.env["GITHUB_STEP_SUMMARY"];
  if (summaryFile) return { kind: "append", file: summaryFile };
  throw new UsageError(
    "expected a file, such as --output summary:summary.md, since GITHUB_STEP_SUMMARY is not set",
  );
}

function textOf(format: OutputFormat, { results, json }: Found): string {
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
