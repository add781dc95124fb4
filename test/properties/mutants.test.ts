import { describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import { literalOf } from "../../src/model/literal.ts";
import { memoryVariants } from "../../src/model/memory-variants.ts";
import { type MutantName, mutants } from "../../src/model/mutants.ts";
import type { CheckReport, WorldReport } from "../../src/model/report.ts";
import { type KernelName, type World, worldsOf } from "../../src/model/worlds.ts";
import { judge, propertiesOf } from "./judged.ts";

const all = Object.keys(mutants) as MutantName[]; // the object's own keys
/** Wrong operations of memory are judged by `kexec-model mutate`, and some of them are equivalent. */
const names = all.filter((name) => !(name in memoryVariants));

/** In `fixed` nothing hides a mutant; only the seed copies the segment list under the lock. */
const kernels: readonly KernelName[] = ["fixed", "seed"];

/** The check of a mutant; a world is left, and no further one begun, when a promise is broken. */
function checked(mutant: MutantName, kernel: KernelName): CheckReport {
  const reports: WorldReport[] = [];
  // the smallest worlds come last in a preset: most mutants die there
  for (const world of worldsOf("quick", kernel).toReversed()) {
    reports.push(judge({ world, edit: mutants[mutant] }));
    if (reports.at(-1)?.incomplete !== null) break;
  }
  return put(reports, mutant, kernel);
}

function put(
  reports: readonly WorldReport[],
  mutant: MutantName | null,
  kernel: KernelName,
): CheckReport {
  const [world]: readonly World[] = worldsOf("quick", kernel);
  return aggregate({
    tool: "test",
    kernel,
    preset: "quick",
    mutant,
    worlds: reports,
    claims: propertiesOf(kernel),
    literal: literalOf(createLayout(world?.bounds ?? expect.fail("there is no quick world"))),
    coverageMatters: false,
  });
}

describe("the check of every mutant fails, whether a property names it or not", () => {
  test.each(names)("%s", { timeout: 120_000 }, (mutant) => {
    const reports = kernels.map((kernel) => () => checked(mutant, kernel));
    let report = reports[0]?.();
    if (report?.verdict !== "violated") report = reports[1]?.();
    expect(report?.verdict).toBe("violated");
    const broken = (report?.properties ?? []).filter(
      ({ ok, expect: { kind }, outcome }) => !ok && kind === "holds" && outcome === "violated",
    );
    expect(broken.length).toBeGreaterThan(0);
    for (const { name, trace } of broken) {
      expect(trace?.steps.length).toBeGreaterThan(0);
      expect(report?.problems).toContain(`${name}: violated`);
    }
  });

  test("there are 68 of them, and the promises name 76 of all", () => {
    const named = new Set(propertiesOf("fixed").flatMap(({ refutedBy }) => refutedBy ?? []));
    expect([names.length, named.size]).toEqual([68, 76]);
  });
});
