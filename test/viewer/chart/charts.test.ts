import { describe, expect, test } from "vitest";
import { createLayout } from "../../../src/memory/layout.ts";
import { literalOf } from "../../../src/model/literal.ts";
import { worldsOf } from "../../../src/model/worlds.ts";
import { chartDiagram, chartNames, chartOf, taskPath } from "../../../src/viewer/chart/charts.ts";
import { stateInfo, transitionInfo } from "../../../src/viewer/chart/info.ts";

const [world] = worldsOf("quick", "seed");
const literal = literalOf(createLayout(world?.bounds ?? expect.fail("no world")));
const keys = literal.transitions.map(({ key }) => key);
const paths = literal.states.map(({ path }) => path);

describe("the charts together", () => {
  test("have every transition of the literals in the chart that it belongs to", () => {
    for (const key of keys) {
      const drawn = chartDiagram(chartOf(key)).transitions.map((each) => each.key);
      expect(drawn.filter((each) => each === key)).toEqual([key]);
    }
  });

  test("have no transition twice but those of doors, which the whole has as well", () => {
    for (const key of keys) {
      const where = chartNames.filter((name) =>
        chartDiagram(name).transitions.some((each) => each.key === key),
      );
      expect(where, key).toEqual(chartOf(key) === "whole" ? ["whole"] : ["whole", chartOf(key)]);
    }
  });

  test("have no transition that the literals do not have", () => {
    const drawn = chartNames.flatMap((name) => chartDiagram(name).transitions);
    expect(drawn.filter(({ key }) => !keys.includes(key)).map(({ key }) => key)).toEqual([]);
  });

  test("have every state of the literals in the chart that it belongs to", () => {
    for (const path of paths) {
      const drawn = chartDiagram(chartOf(path)).states.map((state) => state.path);
      expect(drawn, path).toContain(path);
    }
  });

  test("ask no guard that the literals do not ask", () => {
    const guards = chartNames.flatMap((name) =>
      chartDiagram(name).transitions.map(({ guard }) => guard ?? ""),
    );
    expect(guards.filter((guard) => /forTask| and /.test(guard))).toEqual([]);
  });
});

test("the whole has no state that the literals do not have, but for its regions", () => {
  const drawn = chartDiagram("whole").states.map(({ path }) => path);
  expect(drawn.filter((path) => !paths.includes(path))).toEqual([
    taskPath,
    "panic",
    "hotplug",
    "sysctls",
  ]);
});

describe("what is known of a state", () => {
  test("is there for every state of the literals", () => {
    for (const path of paths) {
      expect(stateInfo(path)?.description, path).not.toBe("");
      expect(stateInfo(path)?.source, path).not.toBe("");
    }
  });

  test("holds the facts that are true in it", () => {
    expect(stateInfo("call.admitted")).toEqual({
      path: "call.admitted",
      chart: "kexec_load",
      description: "Every gate let the request pass.",
      source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
      holds: ["notHoldingLock", "admissible", "noResultYet", "noImage"],
      feature: null,
      without: null,
      unreachable: null,
      terminal: false,
    });
    expect(stateInfo("dead")?.terminal).toBe(true);
    expect(stateInfo("call.gone")).toBeNull();
  });
});

describe("what is known of a transition", () => {
  test("is there for every transition of the literals", () => {
    expect(keys.filter((key) => !transitionInfo(key))).toEqual([]);
  });

  test("names its guard, its result and its target as the literal does", () => {
    expect(transitionInfo("call.admitted kexec_trylock 0")).toMatchObject({
      chart: "kexec_load",
      from: "call.admitted",
      to: "call.returning",
      event: "kexec_trylock",
      guard: "lockHeld",
      result: { text: "EBUSY", failed: true },
      actions: [],
    });
    expect(transitionInfo("call.admitted kexec_trylock 1")).toMatchObject({
      to: "call.locked",
      guard: null,
      result: null,
      actions: ["takeLock"],
    });
  });

  test("says why it may wait, and in which kernels it exists", () => {
    expect(transitionInfo("silent.shutDown machine_kexec 0")).toMatchObject({
      to: "dead",
      feature: "control-page-rox",
      without: "frees-before-unlock",
    });
    expect(transitionInfo("panic.locked panic 0")?.waits?.reason).toBe(
      "a CPU that panics second stops itself",
    );
    expect(transitionInfo("call.permitted always 0")?.event).toBeNull();
  });

  test("is null for a key that no literal has", () => {
    expect(transitionInfo("call.admitted kexec_trylock 9")).toBeNull();
  });
});
