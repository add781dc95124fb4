import { describe, expect, test } from "vitest";
import { actions } from "../../machines/actions.ts";
import { guards } from "../../machines/guards.ts";
import { errnos } from "../../src/kernel/errno.ts";
import { createLayout } from "../../src/memory/layout.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import type { ChartTransition } from "../../src/xstate/chart.ts";
import { actionsOf, call, targetOf } from "./charts.ts";

const ends = ["call.returning", "call.locked.unlocking", "call.locked.out"];

/** Leaves the states of the call's way to its end. */
function isExit(transition: ChartTransition): boolean {
  return ends.includes(targetOf(transition) ?? "");
}

function resultActions(transition: ChartTransition): string[] {
  return actionsOf(transition)
    .map(({ name }) => name)
    .filter((name) => /^set\w*Result$/.test(name));
}

/** The ways to the end of a call that goes well. */
const good = [
  "call.locked.slotChosen kimage_free 0", // an unload of an image
  "call.locked.slotChosen kimage_free 1", // an unload of nothing
  "call.locked.complete xchg 0", // a load over an image
  "call.locked.complete xchg 1", // a load into an empty slot
  "call.locked.freeing kimage_free 0",
  "call.locked.freeing kimage_free 1",
  "call.locked.unlocking kexec_unlock 0",
];

describe("errors", () => {
  const exits = call.transitions.filter(isExit);

  test("46 transitions lead to the end of a call, seven of them without an error", () => {
    expect(exits).toHaveLength(46);
    expect(exits.filter((exit) => resultActions(exit).length === 0).map(({ key }) => key)).toEqual(
      good,
    );
  });

  const failing = exits.filter(({ key }) => !good.includes(key));
  test.each(failing)("$key decides the result, once", (exit) => {
    expect(resultActions(exit)).toHaveLength(1);
  });

  test.each(failing)("$key asks before it fails", ({ guarded }) => {
    expect(guarded).toBe(true);
  });

  test("no other transition decides a result", () => {
    const others = call.transitions.filter((transition) => !isExit(transition));
    expect(others.filter((one) => resultActions(one).length > 0)).toEqual([]);
  });

  test("every error that stands on an edge is one that the kernel returns", () => {
    const named = call.transitions.flatMap(actionsOf).filter(({ name }) => name === "setResult");
    const found = new Set(named.map(({ params }) => (params as { errno: string }).errno));
    expect([...found].filter((errno) => !(errno in errnos))).toEqual([]);
    expect([...found].sort()).toEqual([
      ...["EADDRNOTAVAIL", "EBUSY", "EFAULT", "EINVAL", "ENOMEM", "EPERM"],
    ]);
  });

  test("before the lock a failing call returns; under it, it unlocks", () => {
    const wrong = failing.filter(
      (exit) =>
        exit.source.path.startsWith("call.locked.") === (targetOf(exit) === "call.returning"),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test("failures in the setup of an image skip the label out; later ones go there", () => {
    const targets = failing
      .filter(({ source }) => source.path.startsWith("call.locked."))
      .map((exit) => `${exit.source.path.split(".")[2]} -> ${targetOf(exit)?.split(".").at(-1)}`);
    expect([...new Set(targets)]).toEqual([
      "kimageAllocInit -> unlocking",
      "machineKexecPrepare -> out",
      "vmcoreinfo -> out",
      "normalSegment -> out",
      "crashSegment -> out",
      "terminated -> out",
    ]);
  });
});

describe("states stand in the order of the call", () => {
  test("only loops and the return to user space go back", () => {
    const place = new Map(call.nodes.map(({ path, index }) => [path, index]));
    const back = call.transitions.filter((transition) => {
      const target = targetOf(transition);
      return target !== null && (place.get(target) ?? -1) <= transition.source.index;
    });
    expect(back.map((one) => `${one.key} -> ${targetOf(one)?.split(".").at(-1)}`)).toEqual([
      "call oops 0 -> gone",
      "call panic 0 -> gone",
      "call.locked.machineKexecPrepare.table kimage_alloc_normal_control_pages 3 -> tables",
      "call.locked.machineKexecPrepare.crashTable kimage_alloc_crash_control_pages 1 -> tables",
      "call.locked.normalSegment.pages always 0 -> segments",
      "call.locked.normalSegment.copying copy_from_user 0 -> pages",
      "call.locked.normalSegment.copying copy_from_user 2 -> pages",
      "call.locked.crashSegment.pages always 0 -> segments",
      "call.locked.crashSegment.copying copy_from_user 0 -> pages",
      "call.locked.crashSegment.copying copy_from_user 2 -> pages",
      "call.returning sys_exit 0 -> idle",
    ]);
  });

  test("a compound state begins with its first child", () => {
    const compound = call.nodes.filter(({ node }) => node.type === "compound");
    const late = compound.filter(
      ({ node }) => node.initial.target[0]?.key !== Object.keys(node.states)[0],
    );
    expect(late.map(({ path }) => path)).toEqual([]);
    expect(compound).toHaveLength(7);
  });
});

describe("names", () => {
  const [world] = worldsOf("quick", "seed");
  const layout = createLayout(world?.bounds ?? expect.fail("there is no quick world"));

  test("every action and guard that is defined is used", () => {
    const used = new Set(call.transitions.flatMap(actionsOf).map(({ name }) => name));
    const asked = new Set(call.transitions.map(({ definition }) => definition.guard));
    expect(Object.keys(actions(layout)).filter((name) => !used.has(name))).toEqual([]);
    expect(Object.keys(guards(layout)).filter((name) => !asked.has(name))).toEqual([]);
  });

  test("the last transition of an event without a guard is the last one", () => {
    const behind = call.transitions.filter(
      ({ source, eventType, position, guarded }) =>
        !guarded && call.candidates(source, eventType).length > position + 1,
    );
    expect(behind.map(({ key }) => key)).toEqual([]);
  });

  test("every `always` ends without a guard, so that nobody waits there", () => {
    const stuck = call.nodes.filter(({ node }) => node.always?.at(-1)?.guard);
    expect(stuck.map(({ path }) => path)).toEqual([]);
  });
});
