import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecModel } from "../../src/model/model.ts";
import { type KernelName, kernels, worldsOf } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";

/** States, transitions and depth of a quick world, explored completely. */
function counts(kernel: KernelName, name: string): string {
  const world = worldsOf("quick", kernel).find((one) => one.name === name);
  const { machine, options } = kexecModel(world ?? expect.fail(`no world ${name}`));
  const result = checkMachine<KexecContext, KexecEvent>(machine, options);
  expect(result.incomplete).toBeNull();
  expect(result.deadlocks).toBe(0);
  expect(result.engine).toEqual({ steps: "compiled", contexts: "layout", why: null });
  return `${result.states} ${result.transitions} ${result.depth}`;
}

describe("states, transitions and depth of the quick worlds", () => {
  const cases: readonly (readonly [kernel: KernelName, world: string, expected: string])[] = [
    ["seed", "race", "9738 23412 72"],
    ["seed", "memory", "8122 15122 71"],
    ["seed", "region", "493 837 46"],
    ["seed", "requests", "4174 13538 63"],
    ["5.10", "race", "9738 23412 72"], // no request of the race preserves the context
    ["5.10", "memory", "8122 15122 71"],
    ["5.10", "region", "493 837 46"],
    ["5.10", "requests", "1286 4158 40"], // KEXEC_PRESERVE_CONTEXT is an unknown flag
    ["6.1", "race", "11578 29432 73"], // the list is copied outside the lock
    ["6.1", "memory", "7952 15051 71"],
    ["6.1", "region", "537 943 46"],
    ["6.1", "requests", "1290 4274 40"],
    ["fixed", "race", "9738 23412 72"], // one-page images need no second list page
    ["fixed", "memory", "4801 8596 41"], // without lost frames
    ["fixed", "region", "493 837 46"], // crash images have no list pages
    ["fixed", "requests", "4174 13538 63"],
  ];
  test.each(cases)("kernel %s, world %s: %s", { timeout: 60_000 }, (kernel, world, expected) => {
    expect(counts(kernel, world)).toBe(expected);
  });

  test("every quick world of every kernel is pinned", () => {
    const names = Object.keys(kernels) as KernelName[]; // the object's own keys
    const all = names.flatMap((kernel) =>
      worldsOf("quick", kernel).map(({ name }) => `${kernel} ${name}`),
    );
    expect(cases.map(([kernel, world]) => `${kernel} ${world}`)).toEqual(all);
  });
});
