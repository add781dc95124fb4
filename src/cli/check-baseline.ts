import { existsSync } from "node:fs";
import {
  BaselineError,
  type Baselines,
  baselineDifferences,
  baselineName,
  baselineOf,
  baselinesText,
  parseBaselines,
} from "../formats/results/baseline.ts";
import { committedSuite } from "../formats/results/of-mutation.ts";
import type { ResultRule, ResultSuite } from "../formats/results/results.ts";
import type { CheckReport, WorldReport } from "../model/report.ts";
import { readJson, write } from "./files.ts";
import { paint, wrap } from "./text.ts";
import { RunError } from "./usage.ts";

/** A file that a check is compared with, or that its numbers are written to. */
export interface BaselineRequest {
  readonly file: string;
  readonly write: boolean;
}

/** A baseline file that was read. */
export interface KnownBaseline extends BaselineRequest {
  readonly known: Baselines;
}

/** What became of the comparison. */
export interface BaselineOutcome {
  readonly file: string;
  readonly differences: readonly string[];
  /** What to say of it where nothing differs. */
  readonly note: string;
}

/**
 * Reads a baseline file, before the search; one that will be written need not be there.
 *
 * @throws RunError that says what is wrong with it
 */
export function openBaseline(request: BaselineRequest): KnownBaseline {
  const { file, write: writes } = request;
  if (writes && !existsSync(file)) {
    write(file, baselinesText({})); // a bad path is told before the search
    return { ...request, known: {} };
  }
  const json = readJson(file);
  try {
    return { ...request, known: parseBaselines(json) };
  } catch (error) {
    if (error instanceof BaselineError) throw new RunError(`${file}: ${error.message}`);
    throw error;
  }
}

/**
 * Compares a check with its baseline, or writes it there.
 *
 * Nothing is known of a check that is violated or incomplete: it fails anyhow, and is not compared.
 */
export function baselineOutcome(
  { file, write: writes, known }: KnownBaseline,
  report: CheckReport,
  worlds: readonly WorldReport[],
): BaselineOutcome {
  const name = baselineName(report);
  if (report.verdict !== "holds") {
    return { file, differences: [], note: `${file} was left alone: this check does not hold` };
  }
  const now = baselineOf(report, worlds);
  if (writes) {
    write(file, baselinesText({ ...known, [name]: now }));
    return { file, differences: [], note: `${file}: ${name} is written` };
  }
  const was = known[name];
  const differences = was
    ? baselineDifferences(was, now)
    : [`${name}: there is no such check in the file`];
  return { file, differences, note: `As ${file} says.` };
}

/** Prints what differs from a baseline; behind a JSON document it goes to the standard error. */
export function tellBaseline(
  { file, differences, note }: BaselineOutcome,
  { json }: { readonly json: boolean },
): void {
  const lines =
    differences.length === 0
      ? [note]
      : [
          paint("yellow", `Not what ${file} says`),
          ...differences.map((line) => `  ${wrap(line, 4)}`),
          wrap("Look, then write it with --write-baseline.", 0),
        ];
  (json ? process.stderr : process.stdout).write(`\n${lines.join("\n")}\n`);
}

const rule: ResultRule = {
  id: "check-is-what-the-baseline-says",
  statement: "State counts, coverage and known violations are those that are committed.",
  help: "Look at the differences, then write the file: kexec-model check --write-baseline",
  location: null,
};

/** The comparison as results. */
export function baselineSuite({ file, differences }: BaselineOutcome): ResultSuite {
  return committedSuite({ file, differences, rule });
}
