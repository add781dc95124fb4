import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseMutation } from "../../src/formats/mutation-file.ts";
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

/** What became of every mutant, and where. */
const committed = parseMutation(
  readFileSync(new URL("../../spec/mutation.json", import.meta.url), "utf8"),
).mutants;

/** Where a mutant died last time; in `fixed` nothing hides one, and the seed copies the list late. */
function kernelsFor(mutant: MutantName): readonly KernelName[] {
  const kernel = placeOf(mutant)?.[1] as KernelName | undefined; // as the file has it
  return [...new Set([...(kernel ? [kernel] : []), "fixed", "seed"] as const)];
}

/** Preset, kernel and world. */
function placeOf(mutant: MutantName): readonly string[] | null {
  const result = committed[mutant];
  return result?.verdict === "killed" ? result.where.split(" ") : null;
}

/** The check of a mutant; a world is left, and no further one begun, when a promise is broken. */
function checked(mutant: MutantName, kernel: KernelName): CheckReport {
  const reports: WorldReport[] = [];
  const [, , before] = placeOf(mutant) ?? [];
  // the smallest worlds come last in a preset: most mutants die there
  const worlds = worldsOf("quick", kernel).toReversed();
  for (const world of [
    ...worlds.filter(({ name }) => name === before),
    ...worlds.filter(({ name }) => name !== before),
  ]) {
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
    let report: CheckReport | null = null;
    for (const kernel of kernelsFor(mutant)) {
      report = checked(mutant, kernel);
      if (report.verdict === "violated") break;
    }
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
