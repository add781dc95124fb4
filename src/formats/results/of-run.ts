import type { RandomResult } from "../../conformance/random.ts";
import type { CallsResult } from "../../conformance/reference/calls.ts";
import { differenceText } from "../../conformance/system.ts";
import type { RunDifference, RunFile, RunTest } from "../run-file.ts";
import { lastLine, type RunTimes } from "./of-check.ts";
import { kernelSuite, type MadeToHappen, untestedReason } from "./of-kernel.ts";
import {
  plainCase,
  type ResultCase,
  type ResultRule,
  type ResultStep,
  type ResultSuite,
  type Results,
  type ResultVerdict,
} from "./results.ts";
import { type TraceReader, traceReader } from "./trace-in-source.ts";

/** What was asked for, as the results repeat it. */
export interface ConformFacts extends RunTimes {
  /** This program, with its version. */
  readonly tool: string;
  /** The command that runs the same on a kernel again, without its groups. */
  readonly command: (kernel: string) => string;
}

export interface ReferenceOutcome {
  readonly run: RunFile;
  /** null where they were not asked for. */
  readonly calls: CallsResult | null;
  readonly random: RandomResult | null;
}

/** What became of one kernel: the run of a suite on it, or why there is none. */
export type LinuxOutcome =
  | ({ readonly name: string; readonly run: RunFile } & MadeToHappen)
  | { readonly name: string; readonly failure: string };

const conforms: ResultRule = {
  id: "system-conforms-to-the-model",
  statement: "After every step of a test the system shows what the model says.",
  help: "A difference is a bug of the system, of the model, or of what compares them.",
  location: null,
};
const scaled: ResultRule = {
  id: "calls-conform-at-real-scale",
  statement:
    "With pages and tables of real size every call returns and leaves what the model says.",
  help: null,
  location: null,
};
const randomly: ResultRule = {
  id: "system-conforms-in-random-worlds",
  statement: "In random worlds, too, the system does what the model does.",
  help: null,
  location: null,
};
/** A run of a suite on the reference kernel as results. */
export function resultsOfReference(
  { run, calls, random }: ReferenceOutcome,
  { tool, command, ...times }: ConformFacts,
): Results {
  const read = traceReader();
  const again = command(run.kernel);
  const more = [
    ...(calls ? [callSuite(calls, run, again)] : []),
    ...(random ? [randomSuite(random)] : []),
  ];
  return {
    ...head(tool, `reference ${run.kernel}`),
    suites: [...groupSuites(run, { read, command: again, prefix: "" }), ...more],
    ...times,
  };
}

/** Runs of a suite on Linux kernels as results. */
export function resultsOfLinux(
  outcomes: readonly LinuxOutcome[],
  { tool, command, ...times }: ConformFacts,
): Results {
  const read = traceReader();
  const suites = outcomes.flatMap((outcome): ResultSuite[] => {
    if ("failure" in outcome) return [kernelSuite(outcome.name, outcome.failure)];
    const { name, run } = outcome;
    return [
      kernelSuite(name, untestedReason(run), outcome),
      ...groupSuites(run, { read, command: command(name), prefix: `${name} ` }),
    ];
  });
  return {
    ...head(tool, ["linux", ...outcomes.map(({ name }) => name)].join(" ")),
    suites,
    ...times,
  };
}

function head(tool: string, what: string): Pick<Results, "tool" | "title"> {
  const [name = "", version = ""] = tool.split(" ");
  return { tool: { name, version }, title: `conform ${what}` };
}

interface Telling {
  readonly read: TraceReader;
  readonly command: string;
  /** Stands before the names of suites. */
  readonly prefix: string;
}

/** A suite for each group of tests. */
function groupSuites(run: RunFile, { read, command, prefix }: Telling): ResultSuite[] {
  const groups = new Set(run.tests.map(({ group }) => group));
  return [...groups].map((group) => {
    const tests = run.tests.filter((test) => test.group === group);
    // tests of the lock are run with those of two callers
    const again = `${command} --groups ${group === "lock" ? "two-callers" : group}`;
    return {
      name: `${prefix}${group}`,
      facts: { kernel: run.kernel, system: run.system },
      cases: tests.map((test) => testCase(test, { run, read, again })),
    };
  });
}

function testCase(
  test: RunTest,
  {
    run,
    read,
    again,
  }: { readonly run: RunFile; readonly read: TraceReader; readonly again: string },
): ResultCase {
  const { id, world, events, outcome } = test;
  const isBad = outcome.kind === "diverges" || outcome.kind === "error";
  const all = isBad ? read({ kernel: run.kernel, preset: "suite", world }, events) : [];
  const trace = outcome.kind === "diverges" ? upTo(all, outcome.differences) : all;
  return {
    ...plainCase(id, conforms),
    verdict: verdictOf(test, all),
    location: lastLine(trace),
    trace,
    again: isBad ? again : null,
  };
}

/** The steps up to the last one in which something differs. */
function upTo(steps: readonly ResultStep[], differences: readonly RunDifference[]): ResultStep[] {
  const last = Math.max(...differences.map(({ step }) => step));
  return steps.slice(0, last + 1);
}

function verdictOf({ outcome }: RunTest, steps: readonly ResultStep[]): ResultVerdict {
  switch (outcome.kind) {
    case "conforms":
      return { kind: "passed" };
    case "error":
      return { kind: "error", message: outcome.message };
    case "skipped":
      return { kind: "skipped", message: outcome.reason };
    case "diverges": {
      const [first] = outcome.differences;
      const label = steps[first?.step ?? -1]?.label ?? "the end";
      const texts = outcome.differences.map(differenceText);
      return { kind: "failed", message: `diverges at ${label}: ${texts.join("; ")}` };
    }
  }
}

/** All calls that agree are one case: nobody looks at them one by one. */
function callSuite(calls: CallsResult, { kernel, system }: RunFile, command: string): ResultSuite {
  const { compared, skipped, diverging } = calls;
  const agreeing = `${compared - diverging.length} calls agree`;
  return {
    name: "calls at real scale",
    facts: { kernel, system, skipped: String(skipped.length) },
    cases: [
      { ...plainCase("calls that agree", scaled), verdict: enough(compared, agreeing) },
      ...diverging.map(({ test, call, request, differences }): ResultCase => {
        const message = differences.map(differenceText).join("; ");
        return {
          ...plainCase(`${test}, call ${call + 1}: ${request}`, scaled),
          verdict: { kind: "failed", message },
          again: `${command} --groups caller,doors`,
        };
      }),
    ],
  };
}

function enough(compared: number, text: string): ResultVerdict {
  return compared > 0 ? { kind: "passed" } : { kind: "skipped", message: text };
}

function randomSuite({
  outcome,
  seed,
  runs,
  steps,
  installed,
  ...found
}: RandomResult): ResultSuite {
  const { failure, message } = found;
  const again = message.split("\n").find((line) => line.startsWith("replay: "));
  const labels = failure?.labels ?? [];
  return {
    name: "random worlds",
    facts: { seed: `${seed}`, runs: `${runs}`, steps: `${steps}`, installed: `${installed}` },
    cases: [
      {
        ...plainCase("random runs", randomly),
        verdict: randomVerdict(outcome, failure?.divergence ?? null, failure?.error ?? null),
        trace: labels.map((label) => ({ label, changes: [], code: [] })),
        again: again?.slice("replay: ".length) ?? null,
      },
    ],
  };
}

function randomVerdict(
  outcome: RandomResult["outcome"],
  divergence: NonNullable<RandomResult["failure"]>["divergence"],
  error: string | null,
): ResultVerdict {
  if (outcome === "conforms") return { kind: "passed" };
  if (divergence === null) return { kind: "error", message: error ?? "the search failed" };
  const texts = divergence.differences.map(differenceText);
  return { kind: "failed", message: `diverges at ${divergence.label}: ${texts.join("; ")}` };
}
