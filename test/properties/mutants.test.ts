import { describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import { literalOf } from "../../src/model/literal.ts";
import { type MutantName, mutants } from "../../src/model/mutants.ts";
import type { CheckReport, WorldReport } from "../../src/model/report.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";
import { judge, propertiesOf } from "./judged.ts";

const worlds = worldsOf("quick", "seed");
const names = Object.keys(mutants) as MutantName[]; // the object's own keys

/** The check of a mutant; a world is left, and no further one begun, when a promise is broken. */
function checked(mutant: MutantName): CheckReport {
  const reports: WorldReport[] = [];
  // the smallest world comes first: most mutants die there
  for (const world of worlds.toReversed()) {
    reports.push(judge({ world, edit: mutants[mutant] }));
    if (reports.at(-1)?.incomplete !== null) break;
  }
  return put(reports, mutant);
}

function put(reports: readonly WorldReport[], mutant: MutantName | null): CheckReport {
  const [world]: readonly World[] = worlds;
  return aggregate({
    tool: "test",
    kernel: "seed",
    preset: "quick",
    mutant,
    worlds: reports,
    claims: propertiesOf("seed"),
    literal: literalOf(createLayout(world?.bounds ?? expect.fail("there is no quick world"))),
    coverageMatters: false,
  });
}

describe("the check of every mutant fails, whether a property names it or not", () => {
  test.each(names)("%s", { timeout: 60_000 }, (mutant) => {
    const report = checked(mutant);
    expect(report.verdict).toBe("violated");
    const broken = report.properties.filter(
      ({ ok, expect: { kind }, outcome }) => !ok && kind === "holds" && outcome === "violated",
    );
    expect(broken.length).toBeGreaterThan(0);
    for (const { name, trace } of broken) {
      expect(trace?.steps.length).toBeGreaterThan(0);
      expect(report.problems).toContain(`${name}: violated`);
    }
  });

  test("there are 38 of them, and the promises name 28", () => {
    const named = new Set(propertiesOf("fixed").flatMap(({ refutedBy }) => refutedBy ?? []));
    expect([names.length, named.size]).toEqual([38, 28]);
  });
});
