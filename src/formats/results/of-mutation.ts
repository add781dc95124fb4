import { memoryVariants } from "../../model/memory-variants.ts";
import { type OperatorName, operators } from "../../mutation/one-edge.ts";
import type { MutantResult } from "../../mutation/result.ts";
import type { Score } from "../../mutation/score.ts";
import { type Subject, subjects } from "../../mutation/subjects.ts";
import { placeIn, type RunTimes } from "./of-check.ts";
import {
  plainCase,
  type ResultCase,
  type ResultRule,
  type ResultSuite,
  type Results,
  type ResultVerdict,
  type SourceLocation,
} from "./results.ts";
import { type SourceIndex, sourceIndex } from "./source-index.ts";

export interface MutationOutcome {
  readonly tool: string;
  readonly mutants: Readonly<Record<string, MutantResult>>;
  /** null when only some mutants were judged. */
  readonly score: Score | null;
  /** The committed result, and what it says otherwise; null: it was not compared. */
  readonly committed: { readonly file: string; readonly differences: readonly string[] } | null;
}

const idle: ResultRule = {
  id: "promise-kills-a-mutant",
  statement: "Every promise is broken by some mutant of the model.",
  help: "A promise that nothing breaks may say less than it seems to.",
  location: null,
};
const written: ResultRule = {
  id: "committed-result-is-right",
  statement: "The committed result is what a new judgement of what changed finds.",
  help: "Look at the differences, then write the file: kexec-model mutate --write",
  location: null,
};

/** A mutation run as results: a case for each mutant, for each promise and for each difference. */
export function resultsOfMutation(
  { tool, mutants, score, committed }: MutationOutcome,
  times: RunTimes,
  index: SourceIndex = sourceIndex(),
): Results {
  const [name = "", version = ""] = tool.split(" ");
  return {
    tool: { name, version },
    title: "mutate",
    suites: [
      {
        name: "mutants",
        facts: score ? { score: `${(100 * score.propertyScore).toFixed(1)} %` } : {},
        cases: Object.entries(mutants).map(([mutant, result]) => mutantCase(mutant, result, index)),
      },
      ...(score ? [promiseSuite(score, index)] : []),
      ...(committed ? [committedSuite({ ...committed, rule: written })] : []),
    ],
    ...times,
  };
}

function mutantCase(name: string, result: MutantResult, index: SourceIndex): ResultCase {
  const subject = subjects()[name];
  const verdict = verdictOf(result, subject);
  return {
    ...plainCase(name, ruleOf(subject)),
    verdict,
    location: verdict.kind === "passed" ? null : placeOf(name, index),
    again: verdict.kind === "passed" ? null : `kexec-model mutate --only ${JSON.stringify(name)}`,
  };
}

function verdictOf(result: MutantResult, subject: Subject | undefined): ResultVerdict {
  if (result.verdict !== "survived") return { kind: "passed" };
  const breaks = subject ? ` (${subject.breaks})` : "";
  return { kind: "failed", message: `the mutant survives${breaks}: ${result.why}` };
}

function ruleOf(subject: Subject | undefined): ResultRule {
  const common = { help: null, location: null };
  if (subject?.origin !== "edge") {
    const id =
      subject?.origin === "memory" ? "wrong-operation-is-noticed" : "wrong-version-is-noticed";
    const what = subject?.origin === "memory" ? "operation of memory" : "version of the model";
    return { id, statement: `Somebody notices a wrong ${what}, or it is equivalent.`, ...common };
  }
  const breaks = operators[subject.kind as OperatorName]; // the kind of an edge is its operator
  const statement = `Somebody notices it in the statechart, or it is equivalent: ${breaks}.`;
  return { id: `${subject.kind}-is-noticed`, statement, ...common };
}

/** The transition that a mutant names, or the action that it replaces. */
function placeOf(name: string, index: SourceIndex): SourceLocation | null {
  const operations: Readonly<Record<string, { readonly replaces: string }>> = memoryVariants;
  const action = operations[name]?.replaces;
  return (action !== undefined && index.actions.get(action)) || placeIn(name, index);
}

function promiseSuite({ kills, idle: idles }: Score, index: SourceIndex): ResultSuite {
  return {
    name: "promises",
    facts: {},
    cases: [...kills.keys()].map((name) => ({
      ...plainCase(name, idle),
      verdict: idles.includes(name)
        ? { kind: "failed", message: `${name} is broken by no mutant` }
        : { kind: "passed" },
      location: index.properties.get(name) ?? null,
    })),
  };
}

interface Committed {
  readonly file: string;
  readonly differences: readonly string[];
  readonly rule: ResultRule;
}

/** A case for each difference from a file that is committed, or one that passed. */
export function committedSuite({ file, differences, rule }: Committed): ResultSuite {
  const told = differences.map(
    (text): ResultCase => ({
      ...plainCase(text, rule),
      verdict: { kind: "failed", message: `not what ${file} says: ${text}` },
      location: { file, line: 1 },
    }),
  );
  const same: ResultCase = { ...plainCase(`${file} is right`, rule), verdict: { kind: "passed" } };
  return { name: "committed", facts: { file }, cases: told.length === 0 ? [same] : told };
}
