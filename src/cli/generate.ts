import type { KernelName } from "../model/worlds.ts";
import type { CriterionName } from "../testgen/criteria.ts";
import { generate } from "../testgen/generate.ts";
import type { Suite } from "../testgen/suite.ts";
import { write } from "./check.ts";
import { count, paint, wrap } from "./text.ts";
import { tool } from "./version.ts";

export interface GenerateFlags {
  readonly cover: CriterionName | "random";
  readonly kernel: KernelName;
  readonly seed: number;
  readonly tests: number;
  /** Where the suite goes; null: print a summary only. */
  readonly out: string | null;
  readonly json: boolean;
}

/** Makes a test suite from the statechart. @returns the exit status */
export function generateCommand({ cover, kernel, seed, tests, out, json }: GenerateFlags): number {
  const suite = generate({ tool, kernel, cover, seed, tests });
  const text = JSON.stringify(suite, null, 1);
  if (out !== null) write(out, `${text}\n`);
  process.stdout.write(`${json ? text : renderSuite(suite, out)}\n`);
  return 0;
}

/** What a suite holds, group by group. */
export function renderSuite(suite: Suite, out: string | null): string {
  const rows = suite.groups.map(({ name, tests }) => {
    const steps = tests.reduce((sum, test) => sum + test.steps.length, 0);
    const items = tests.reduce((sum, { covers }) => sum + covers.length, 0);
    return `  ${name.padEnd(12)}${cell(tests.length)}${cell(steps)}${cell(items)}`;
  });
  const head = `  ${"needs".padEnd(12)}${"tests".padStart(9)}${"steps".padStart(9)}${"covers".padStart(9)}`;
  return [
    paint("bold", `${suite.tool}: kernel ${suite.kernel}, cover ${suite.cover}`),
    head,
    ...rows,
    ...suite.uncovered.map(({ item, reason }) => `  ${wrap(`not covered: ${item}: ${reason}`, 4)}`),
    ...(out === null ? [] : [`written to ${out}`]),
  ].join("\n");
}

function cell(value: number): string {
  return count(value).padStart(9);
}
