import { describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { literalOf } from "../../src/model/literal.ts";
import { simulate } from "../../src/model/simulation.ts";
import { kernelNames, suiteWorlds } from "../../src/model/worlds.ts";
import { reasonToGoOn } from "../../src/testgen/endings.ts";
import { generate, graphsOf } from "../../src/testgen/generate.ts";
import { modelHash } from "../../src/testgen/model-hash.ts";
import { routesFor } from "../../src/testgen/routes.ts";
import type { GroupName, Suite, SuiteTest } from "../../src/testgen/suite.ts";

const request = { tool: "test", seed: 1, tests: 7 };
const transitions = generate({ ...request, kernel: "seed", cover: "transitions" });

function testsOf(suite: Suite): readonly SuiteTest[] {
  return suite.groups.flatMap(({ tests }) => tests);
}

function takenBy(tests: readonly SuiteTest[]): Set<string> {
  return new Set(tests.flatMap(({ steps }) => steps.flatMap((step) => step.transitions)));
}

function groupOf(suite: Suite, name: GroupName): readonly SuiteTest[] {
  return suite.groups.find((group) => group.name === name)?.tests ?? [];
}

describe("the default suite takes every transition that the kernel has", () => {
  test.each(kernelNames)("of %s", (kernel) => {
    const suite = generate({ ...request, kernel, cover: "transitions" });
    const [world] = suiteWorlds(kernel);
    const literal = literalOf(createLayout(world?.bounds ?? expect.fail("no world")));
    const possible = literal.transitions.filter(({ unreachable }) => unreachable === null);
    const taken = takenBy(testsOf(suite));
    expect(possible.map(({ key }) => key).filter((key) => !taken.has(key))).toEqual([]);
    expect(suite.uncovered.map(({ reason }) => reason)).not.toContain("NOT COVERED");
    const impossible = literal.transitions.filter(({ unreachable }) => unreachable !== null);
    expect(impossible.filter(({ key }) => taken.has(key))).toEqual([]);
  });
});

test("the first group takes every transition that one healthy caller can take", () => {
  const possible = new Set<string>();
  for (const graph of graphsOf("seed")) {
    for (const edge of routesFor(graph, "caller").edges) {
      for (const key of edge.transitions) possible.add(key);
    }
  }
  expect(takenBy(groupOf(transitions, "caller"))).toEqual(possible);
});

test("a group's tests need nothing that the group does not say", () => {
  const needs = (name: GroupName, wrong: (step: SuiteTest["steps"][number]) => boolean): string[] =>
    groupOf(transitions, name)
      .filter(({ steps }) => steps.some(wrong))
      .map(({ id }) => id);
  expect(needs("caller", ({ event }) => "task" in event && event.task > 0)).toEqual([]);
  expect(needs("caller", ({ event }) => event.type === "sigkill")).toEqual([]);
  expect(needs("faults", ({ event }) => event.type === "sigkill")).toEqual([]);
  expect(
    needs("caller", ({ event }) => "outcome" in event && !/^(ok|EFAULT)$/.test(event.outcome)),
  ).toEqual([]);
  for (const name of ["caller", "allocator", "policy", "two-callers", "faults", "kills"] as const) {
    expect(needs(name, ({ event }) => "call" in event || event.type === "kexec_file_load")).toEqual(
      [],
    );
  }
  for (const name of ["doors", "hotplug", "reboots"] as const) {
    expect(needs(name, ({ event }) => event.type === "panic" || event.type === "oops")).toEqual([]);
  }
  expect(needs("doors", ({ event }) => event.type === "machine_shutdown")).toEqual([]);
});

describe.each(["transitions", "pairs", "paths", "states", "hsi", "random"] as const)(
  "%s:",
  (cover) => {
    const suite = generate({ ...request, kernel: "seed", cover });

    test("every test replays on the statechart, and ends where nothing is left to do", () => {
      const worlds = new Map(suiteWorlds("seed").map((world) => [world.name, simulate(world)]));
      for (const { id, world, steps } of testsOf(suite)) {
        const simulation = worlds.get(world) ?? expect.fail(`no world ${world}`);
        let state = simulation.initial;
        for (const { event, transitions: expected } of steps) {
          const step = simulation.step(state, event) ?? expect.fail(`${id}: ${event.type}`);
          expect(step.transitions, id).toEqual(expected);
          state = step.state;
        }
        expect(reasonToGoOn(simulation.layout, state), id).toBeNull();
      }
    });

    test("the same request gives the same suite", () => {
      expect(generate({ ...request, kernel: "seed", cover })).toEqual(suite);
    });

    test("no test is there for nothing", () => {
      expect(testsOf(suite).filter(({ covers }) => covers.length === 0)).toEqual([]);
    });
  },
);

test("some hundreds of paths lead through one call", () => {
  const suite = generate({ ...request, kernel: "seed", cover: "paths" });
  const paths = testsOf(suite).reduce((sum, { covers }) => sum + covers.length, 0);
  expect(paths).toBeGreaterThanOrEqual(190);
});

test("another seed gives other random tests", () => {
  const one = generate({ ...request, kernel: "seed", cover: "random" });
  const two = generate({ ...request, seed: 2, kernel: "seed", cover: "random" });
  expect(two.groups).not.toEqual(one.groups);
});

test("the size of the default suite is known", () => {
  const sizes = transitions.groups.map(({ name, tests }) => [name, tests.length]);
  expect(Object.fromEntries(sizes)).toEqual({
    caller: 42,
    allocator: 15,
    policy: 5,
    "two-callers": 1,
    faults: 9,
    kills: 22,
    doors: 33,
    reboots: 5,
    panics: 16,
  });
});

test("two kernels are two models, one kernel is one", () => {
  expect(modelHash("seed")).toBe(modelHash("seed"));
  expect(modelHash("seed")).not.toBe(modelHash("6.1"));
});
