import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecModel } from "../../src/model/model.ts";
import { type KernelName, kernelNames, worldsOf } from "../../src/model/worlds.ts";
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
    ["seed", "reboot", "20518 51418 76"],
    ["seed", "file", "13082 30628 58"],
    ["seed", "panic", "7440 58086 50"],
    ["seed", "panic-file", "16537 72104 50"],
    ["seed", "panic-late", "243 845 40"],
    ["seed", "size", "289 384 44"],
    ["seed", "limits", "618 2006 34"],
    ["seed", "compat", "207 354 36"],
    ["seed", "odd", "1066 1363 59"],
    ["5.10", "race", "9738 23412 72"], // no request of the race preserves the context
    ["5.10", "memory", "8122 15122 71"],
    ["5.10", "region", "493 837 46"],
    ["5.10", "requests", "1286 4158 40"], // KEXEC_PRESERVE_CONTEXT is an unknown flag
    ["5.10", "reboot", "4111 10414 52"],
    ["5.10", "file", "13082 30628 58"],
    ["5.10", "panic", "8051 63529 50"],
    ["5.10", "panic-file", "16537 72104 50"],
    ["5.10", "panic-late", "243 845 40"],
    ["5.10", "size", "287 382 44"],
    ["5.10", "limits", "618 2006 34"],
    ["5.10", "compat", "207 354 36"],
    ["5.10", "odd", "1066 1363 59"],
    ["6.1", "race", "11578 29432 73"], // the list is copied outside the lock
    ["6.1", "memory", "7952 15051 71"],
    ["6.1", "region", "537 943 46"],
    ["6.1", "requests", "1290 4274 40"],
    ["6.1", "reboot", "4447 11604 53"],
    ["6.1", "file", "14021 33894 58"],
    ["6.1", "panic", "9131 74229 48"],
    ["6.1", "panic-file", "16537 72104 50"],
    ["6.1", "panic-late", "254 898 40"],
    ["6.1", "size", "299 400 44"],
    ["6.1", "limits", "628 2044 34"],
    ["6.1", "compat", "199 342 34"],
    ["6.1", "odd", "1039 1384 59"],
    ["6.12", "race", "11578 29432 73"],
    ["6.12", "memory", "7952 15051 71"],
    ["6.12", "region", "537 943 46"],
    ["6.12", "requests", "1290 4274 40"],
    ["6.12", "reboot", "4447 11604 53"],
    ["6.12", "file", "14021 33894 58"],
    ["6.12", "panic", "9131 74229 48"],
    ["6.12", "panic-file", "16537 72104 50"],
    ["6.12", "panic-late", "254 898 40"],
    ["6.12", "size", "607 1415 44"], // hotplug events
    ["6.12", "limits", "5720 52632 36"], // load limits
    ["6.12", "compat", "199 342 34"],
    ["6.12", "odd", "937 1261 59"],
    ["7.2", "race", "11678 29660 73"], // a control code page that may not be written
    ["7.2", "memory", "8018 15150 71"],
    ["7.2", "region", "541 949 46"],
    ["7.2", "requests", "1290 4274 40"],
    ["7.2", "reboot", "4492 11706 53"],
    ["7.2", "file", "17917 43274 67"],
    ["7.2", "panic", "9267 74885 48"],
    ["7.2", "panic-file", "20262 88232 57"],
    ["7.2", "panic-late", "259 903 40"],
    ["7.2", "size", "607 1415 44"],
    ["7.2", "limits", "5919 54414 36"],
    ["7.2", "compat", "201 345 34"],
    ["7.2", "odd", "949 1273 59"],
    ["fixed", "race", "11678 29660 73"],
    ["fixed", "memory", "4657 8544 41"], // without lost frames
    ["fixed", "region", "541 949 46"],
    ["fixed", "requests", "4186 13898 63"],
    ["fixed", "reboot", "21940 57792 77"],
    ["fixed", "file", "3981 9738 45"], // freed under the lock
    ["fixed", "panic", "9267 74885 48"],
    ["fixed", "panic-file", "4217 20155 34"],
    ["fixed", "panic-late", "259 903 40"],
    ["fixed", "size", "607 1415 44"],
    ["fixed", "limits", "5829 53604 36"],
    ["fixed", "compat", "199 342 34"],
    ["fixed", "odd", "501 669 35"],
  ];
  test.each(cases)("kernel %s, world %s: %s", { timeout: 60_000 }, (kernel, world, expected) => {
    expect(counts(kernel, world)).toBe(expected);
  });

  test("every quick world of every kernel is pinned", () => {
    const all = kernelNames.flatMap((kernel) =>
      worldsOf("quick", kernel).map(({ name }) => `${kernel} ${name}`),
    );
    expect(cases.map(([kernel, world]) => `${kernel} ${world}`)).toEqual(all);
  });
});
