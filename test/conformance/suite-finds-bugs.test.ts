import { describe, expect, test } from "vitest";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { runSuite } from "../../src/conformance/run.ts";
import {
  type BugName,
  type Bugs,
  bugDescriptions,
  type LifecycleBugName,
  lifecycleBugDescriptions,
} from "../../src/reference/bugs.ts";
import { generate } from "../../src/testgen/generate.ts";
import type { GroupName, Suite } from "../../src/testgen/suite.ts";

const suite = generate({ tool: "test", kernel: "seed", cover: "transitions", seed: 1, tests: 0 });
const bugs = Object.keys(bugDescriptions) as BugName[]; // the object's own keys

/** The groups of kexec_load, and those of everything else. */
const loading = ["caller", "allocator", "policy", "two-callers", "faults", "kills"] as const;
const elsewhere = ["doors", "hotplug", "reboots", "panics"] as const;

describe("the default suite finds", () => {
  test.each(bugs)("%s, and names the step", async (bug) => {
    await expectFound(suite, loading, { [bug]: true });
  });

  test("nothing in a kernel without a bug", async () => {
    const result = await runSuite({ suite, system: () => referenceSystem() });
    expect([result.diverges, result.errors]).toEqual([0, 0]);
    expect(result.conforms).toBe(148);
  });
});

/** The only kernel with both jumps and hotplug. */
const fixed = generate({ tool: "test", kernel: "fixed", cover: "transitions", seed: 1, tests: 0 });
const lifecycleBugs = Object.keys(lifecycleBugDescriptions) as LifecycleBugName[]; // own keys

describe("the default suite of a kernel with every door finds", () => {
  test.each(lifecycleBugs)("%s, and names the step", async (bug) => {
    await expectFound(fixed, elsewhere, { [bug]: true });
  });

  test("nothing in a kernel without a bug", async () => {
    const result = await runSuite({ suite: fixed, system: () => referenceSystem() });
    expect([result.diverges, result.errors]).toEqual([0, 0]);
  });
});

async function expectFound(suite: Suite, groups: readonly GroupName[], bugs: Bugs): Promise<void> {
  const { results } = await runSuite({ suite, groups, system: () => referenceSystem({ bugs }) });
  const found = results.flatMap((result) =>
    result.outcome === "diverges" ? [result.divergence] : [],
  );
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]?.label).not.toBe("");
  expect(found[0]?.differences.length).toBeGreaterThan(0);
}
