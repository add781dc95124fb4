import { describe, expect, test } from "vitest";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { runSuite } from "../../src/conformance/run.ts";
import { type BugName, bugDescriptions } from "../../src/reference/bugs.ts";
import { generate } from "../../src/testgen/generate.ts";

const suite = generate({ tool: "test", kernel: "seed", cover: "transitions", seed: 1, tests: 0 });
const bugs = Object.keys(bugDescriptions) as BugName[]; // the object's own keys

describe("the default suite finds", () => {
  test.each(bugs)("%s, and names the step", async (bug) => {
    const { results } = await runSuite({
      suite,
      system: () => referenceSystem({ bugs: { [bug]: true } }),
    });
    const found = results.flatMap((result) =>
      result.outcome === "diverges" ? [result.divergence] : [],
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.label).not.toBe("");
    expect(found[0]?.differences.length).toBeGreaterThan(0);
  });

  test("nothing in a kernel without a bug", async () => {
    const result = await runSuite({ suite, system: () => referenceSystem() });
    expect([result.diverges, result.errors]).toEqual([0, 0]);
    expect(result.conforms).toBe(94);
  });
});
