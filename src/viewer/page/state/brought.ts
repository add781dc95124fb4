import { signal } from "@preact/signals";
import type { RunFile } from "../../../formats/run-file.ts";
import type { CheckReport } from "../../../model/report.ts";
import type { MutationResult } from "../../../mutation/result.ts";
import type { Suite } from "../../../testgen/suite.ts";

/** What files of the reader's add to the parts of the page. Traces are among the trace items. */
export interface BroughtParts {
  readonly checks: readonly CheckReport[];
  readonly runs: readonly RunFile[];
  readonly suites: readonly Suite[];
  /** null: the page's own. */
  readonly mutation: MutationResult | null;
}

export const broughtParts = signal<BroughtParts>({
  checks: [],
  runs: [],
  suites: [],
  mutation: null,
});

export function bringCheck(check: CheckReport): void {
  const { checks } = broughtParts.value;
  broughtParts.value = { ...broughtParts.value, checks: joined(checks, [check], checkKey) };
}

export function bringRun(run: RunFile): void {
  const { runs } = broughtParts.value;
  broughtParts.value = { ...broughtParts.value, runs: joined(runs, [run], runKey) };
}

export function bringSuite(suite: Suite): void {
  const { suites } = broughtParts.value;
  const all = joined(suites, [suite], ({ kernel }) => kernel);
  broughtParts.value = { ...broughtParts.value, suites: all };
}

export function bringMutation(mutation: MutationResult): void {
  broughtParts.value = { ...broughtParts.value, mutation };
}

/** Two checks of the same thing are one: the later is shown. */
export function checkKey({ kernel, preset, mutant }: CheckReport): string {
  return JSON.stringify([kernel, preset, mutant]);
}

export function runKey({ kernel, system }: RunFile): string {
  return JSON.stringify([kernel, system]);
}

/** The parts of both, in their order; one with the key of an earlier one takes its place. */
export function joined<T>(
  own: readonly T[],
  added: readonly T[],
  keyOf: (part: T) => string,
): readonly T[] {
  if (added.length === 0) return own;
  return [...new Map([...own, ...added].map((part) => [keyOf(part), part])).values()];
}
