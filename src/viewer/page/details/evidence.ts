import { kexecProperties } from "../../../../properties/index.ts";
import type { RunFile } from "../../../formats/run-file.ts";
import { createLayout, type Layout } from "../../../memory/layout.ts";
import type { CheckReport } from "../../../model/report.ts";
import { worldsOf } from "../../../model/worlds.ts";
import type { Suite } from "../../../testgen/suite.ts";
import { times } from "../shell/words.ts";

/** A property that has to do with what is selected, and why it is named. */
export interface PropertyAbout {
  readonly name: string;
  readonly statement: string;
  /** It speaks of an event that is handled here. */
  readonly speaks: boolean;
  /** How many mutants that change something here it notices. */
  readonly notices: number;
}

/**
 * The properties that speak of one of some events, or notice a change; those that notice most first.
 *
 * @param noticed how many mutants each property notices, by its name
 */
export function propertiesAbout(
  layout: Layout | null,
  events: ReadonlySet<string>,
  noticed: ReadonlyMap<string, number>,
): readonly PropertyAbout[] {
  const rows = kexecProperties(layout ?? anyLayout()).map((property) => ({
    name: property.name,
    statement: property.statement,
    speaks:
      (property.kind === "alwaysStep" && property.events?.some((one) => events.has(one))) || false,
    notices: noticed.get(property.name) ?? 0,
  }));
  const named = rows.filter(({ speaks, notices }) => speaks || notices > 0);
  return named.sort((a, b) => b.notices - a.notices);
}

function anyLayout(): Layout {
  const [world] = worldsOf("quick", "fixed");
  if (!world) throw new RangeError("there is no quick world");
  return createLayout(world.bounds);
}

/** How often something happened in a check. */
export interface Count {
  readonly system: string;
  readonly text: string;
  readonly isDone: boolean;
}

/** How often some transitions were taken in each check and each run. */
export function countsOf(
  checks: readonly CheckReport[],
  runs: readonly RunFile[],
  keys: ReadonlySet<string>,
): readonly Count[] {
  return [
    ...checks.map((check) => checkCount(check, keys)),
    ...runs.map((run) => runCount(run, keys)),
  ];
}

function checkCount(report: CheckReport, keys: ReadonlySet<string>): Count {
  const { kernel, preset, mutant, coverage } = report;
  const own = coverage.transitions.filter(({ key }) => keys.has(key));
  const taken = sum(own.map((one) => one.taken));
  const [yes, no] = [sum(own.map((one) => one.guardTrue)), sum(own.map((one) => one.guardFalse))];
  const reason = coverage.declared.find(({ key }) => keys.has(key))?.reason;
  const asked = keys.size === 1 && yes + no > 0 ? `; its guard said no ${times(no)}` : "";
  const system = `check of ${kernel}, ${preset}${mutant === null ? "" : `, mutant ${mutant}`}`;
  const none = reason === undefined ? "never taken" : `impossible here: ${reason}`;
  const text = taken > 0 ? `taken ${times(taken)}${asked}` : none;
  return { system, text, isDone: taken > 0 };
}

function runCount({ kernel, system, transitions }: RunFile, keys: ReadonlySet<string>): Count {
  const executed = transitions.executed.filter(({ transition }) => keys.has(transition));
  const total = sum(executed.map((one) => one.times));
  const missing = transitions.missing.find(({ transition }) => keys.has(transition));
  const none = missing === undefined ? "not executed" : `not executed: ${missing.reason}`;
  const text = total > 0 ? `executed ${times(total)}` : none;
  return { system: `${system}, profile ${kernel}`, text, isDone: total > 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A test that takes a transition, and the first step that does. */
export interface TestAbout {
  /** The id of its trace. */
  readonly trace: string;
  readonly title: string;
  /** From 1 on. */
  readonly step: number;
  readonly steps: number;
}

/** The tests of a suite that take one of some transitions, the shortest way there first. */
export function testsAbout(suite: Suite, keys: ReadonlySet<string>): readonly TestAbout[] {
  const found = suite.groups.flatMap(({ tests }) =>
    tests.flatMap(({ id, steps }): TestAbout[] => {
      const at = steps.findIndex(({ transitions }) => transitions.some((key) => keys.has(key)));
      if (at < 0) return [];
      const trace = `test:${suite.kernel}:${id}`;
      return [{ trace, title: `${suite.kernel} ${id}`, step: at + 1, steps: steps.length }];
    }),
  );
  return found.sort((a, b) => a.step - b.step);
}

/** The runs of some tests on systems, each at the step of the test. */
export function runsAbout(
  runs: readonly RunFile[],
  tests: readonly TestAbout[],
): readonly (TestAbout & { readonly outcome: string })[] {
  const byTrace = new Map(tests.map((test) => [test.trace, test]));
  return runs.flatMap(({ kernel, system, tests: ran }) =>
    ran.flatMap(({ id, outcome }) => {
      const test = byTrace.get(`test:${kernel}:${id}`);
      if (!test) return [];
      const trace = `run:${system}:${kernel}:${id}`;
      return [{ ...test, trace, title: `${system}: ${id}`, outcome: outcome.kind }];
    }),
  );
}
