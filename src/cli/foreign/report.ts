import { type Incomplete, isLimit } from "../../checker/exploration.ts";
import type { CheckResult } from "../../xstate/check.ts";
import type { EngineReport } from "../../xstate/machine-model.ts";
import type { EventLike } from "../../xstate/options.ts";
import type { Expectation } from "../../xstate/property.ts";
import { isAsExpected, type ToldTrace, toldTrace } from "../../xstate/told.ts";
import type { Outcome, Verdict } from "../../xstate/verdict.ts";

/** Everything that a check of somebody's machine found. Schema: `spec/machine-report.schema.json`. */
export interface MachineReport {
  readonly schema: 1;
  readonly tool: string;
  /** The module, as it was given. */
  readonly file: string;
  /** XState's id of the machine. */
  readonly machine: string;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly incomplete: Incomplete;
  readonly engine: EngineReport;
  readonly properties: readonly MachineProperty[];
  readonly deadlocks: number;
  /** A shortest run to a state in which nothing can happen any more. */
  readonly deadlock: ToldTrace | null;
  readonly coverage: MachineCoverage;
  readonly verdict: "holds" | "violated" | "incomplete";
  /** Why the verdict is not `holds`, one line each. */
  readonly problems: readonly string[];
  /** What a reader should know of the search. */
  readonly notes: readonly string[];
}

export interface MachineProperty {
  readonly name: string;
  readonly kind: string;
  readonly statement: string;
  readonly expect: Expectation;
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly applied: number;
  readonly trace: ToldTrace | null;
}

export interface MachineCoverage {
  readonly transitions: number;
  /** Transitions that are never taken, as `<state path> <event type> <position>`. */
  readonly dead: readonly string[];
  readonly states: number;
  readonly unreached: readonly string[];
}

/** What is known of a check beside its result. */
export interface MachineReportOrigin {
  readonly tool: string;
  readonly file: string;
  readonly machine: string;
  readonly notes: readonly string[];
}

/** Puts what a check found into words and verdicts. */
export function machineReport(
  origin: MachineReportOrigin,
  result: CheckResult<unknown, EventLike>,
): MachineReport {
  const { states, transitions, depth, incomplete, engine, deadlocks, deadlock } = result;
  const properties = result.verdicts.map(propertyReport);
  const isCut = isLimit(incomplete);
  const violations = [
    ...properties.filter(({ ok, outcome }) => !ok && outcome !== "unknown").map(problemOf),
    ...(deadlocks === 0 ? [] : [deadlockText(deadlocks)]),
  ];
  const limits = isCut ? limitProblems(incomplete, result.growth) : [];
  return {
    schema: 1,
    ...origin,
    states,
    transitions,
    depth,
    incomplete,
    engine,
    properties,
    deadlocks,
    deadlock: deadlock && toldTrace(deadlock),
    coverage: coverageOf(result),
    verdict: violations.length > 0 ? "violated" : isCut ? "incomplete" : "holds",
    problems: [...violations, ...limits],
    notes: [...origin.notes, ...result.notes, ...emptyNotes(properties)],
  };
}

function propertyReport(verdict: Verdict<unknown, EventLike>): MachineProperty {
  const { property, outcome, applied, trace } = verdict;
  const { name, kind, statement, expect = { kind: "holds" } } = property;
  const told = trace && toldTrace(trace);
  return {
    name,
    kind,
    statement,
    expect,
    outcome,
    ok: isAsExpected(verdict),
    applied,
    trace: told,
  };
}

function problemOf({ name, outcome, expect }: MachineProperty): string {
  if (expect.kind !== "holds") return `${name}: expected to be violated, and is not (${outcome})`;
  if (outcome === "vacuous") return `${name}: its \`when\` is never true, so that it says nothing`;
  if (outcome === "unwitnessed") return `${name}: there is no such state`;
  return `${name}: ${outcome}`;
}

function deadlockText(deadlocks: number): string {
  const many = deadlocks === 1 ? "1 deadlock" : `${deadlocks} deadlocks`;
  return (
    `${many}: a state in which nothing can happen should be \`type: "final"\`, have the tag ` +
    "`terminal`, or be allowed by `options = { deadlock: false }`"
  );
}

function limitProblems(incomplete: Incomplete, growth: string | null): string[] {
  const limit = `the limit on ${incomplete} was reached before every state was seen`;
  if (growth === null) return [limit];
  return [
    limit,
    `${growth}: if it has no bound, bound it by a guard, leave it out of the context for the ` +
      "check, or cut the search with `options = { constraint }`",
  ];
}

function coverageOf({ coverage }: CheckResult<unknown, EventLike>): MachineCoverage {
  const { transitions, nodes } = coverage;
  return {
    transitions: transitions.length,
    dead: transitions.filter(({ taken }) => taken === 0).map(({ key }) => key.trim()),
    states: nodes.length,
    unreached: nodes.filter(({ entered }) => entered === 0).map(({ path }) => path),
  };
}

function emptyNotes(properties: readonly MachineProperty[]): string[] {
  if (properties.length > 0) return [];
  return ["the module exports no `properties`: only deadlocks are looked for"];
}
