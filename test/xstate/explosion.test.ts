import { describe, expect, test } from "vitest";
import { assign, createMachine } from "xstate";
import { checkMachine } from "../../src/xstate/check.ts";
import type { EventLike } from "../../src/xstate/options.ts";

/** Two regions, one of them with a parallel state inside, and a context of two fields. */
const machine = createMachine({
  type: "parallel",
  context: { n: 0, list: [0] },
  states: {
    left: {
      initial: "a",
      states: {
        a: { on: { LEFT: "b" } },
        b: {
          type: "parallel",
          states: { x: { initial: "x0", states: { x0: { on: { X: "x1" } }, x1: {} } }, y: {} },
        },
      },
    },
    right: {
      on: {
        COUNT: {
          guard: ({ context }) => context.n < 3,
          actions: assign(({ context }) => ({ n: context.n + 1, list: [context.n % 2] })),
        },
      },
    },
  },
});
const events: EventLike[] = [{ type: "LEFT" }, { type: "X" }, { type: "COUNT" }];

describe.each(["compiled", "interpreter"] as const)("explosion explained, %s", (engine) => {
  const check = (options = {}) =>
    checkMachine<unknown, EventLike>(machine, {
      ...{ events, engine, deadlock: false },
      ...options,
    });

  test("counts the values of every region and of every field of the context", () => {
    const { states, statistics } = check({ statistics: true });
    expect(states).toBe(12); // a, b with x0, b with x1; n from 0 to 3
    expect(statistics?.regions.top.map(({ name, values }) => [name, values])).toEqual([
      ["left.b.x", 3], // x0, x1, or not active
      ["left", 2],
    ]);
    expect(statistics?.variables.top.map(({ name, values }) => [name, values])).toEqual([
      ["n", 4],
      ["list", 2],
    ]);
    expect(statistics?.actions.top.map(({ name }) => name).sort()).toEqual(["COUNT", "LEFT", "X"]);
  });

  test("is computed when a limit was hit or it was asked for, and not else", () => {
    expect(check().statistics).toBeNull();
    expect(check({ limits: { statesMax: 4 } }).statistics).not.toBeNull();
    expect(check({ limits: { statesMax: 1000 } }).statistics).toBeNull();
  });
});

test("bytes of a layout have the names that they are given, or their numbers", () => {
  const bytes = createMachine({
    context: { mem: new Uint8Array(4) },
    on: {
      ADD: {
        guard: ({ context }) => (context.mem[2] ?? 0) < 5,
        actions: assign(({ context }) => {
          const mem = context.mem.slice();
          mem[2] = (mem[2] ?? 0) + 1;
          return { mem };
        }),
      },
    },
  });
  const names = (variables?: { readonly name: string; readonly at: number }[]) =>
    checkMachine(bytes, {
      ...{ events: [{ type: "ADD" }], statistics: true, deadlock: false },
      ...(variables && { variables }),
    }).statistics?.variables.top.map(({ name, values }) => [name, values]);
  expect(names()).toEqual([["byte 2", 6]]);
  expect(names([{ name: "counter", at: 2 }])).toEqual([["counter", 6]]);
});
