import { describe, expect, test } from "vitest";
import { assign, createMachine, setup } from "xstate";
import { checkMachine } from "../../src/xstate/check.ts";
import type { EventLike } from "../../src/xstate/options.ts";
import { acting, refusal, step } from "./refusal.ts";

class Point {
  readonly x = 1;
}
const cycle: Record<string, unknown> = {};
cycle.self = cycle;
const unserialisable: readonly [string, unknown, RegExp][] = [
  ["a function", () => 1, /got function at context\.bad/],
  ["a Map", new Map(), /got a Map at context\.bad/],
  ["a Date", new Date(0), /got a Date at context\.bad/],
  ["NaN", Number.NaN, /got NaN at context\.bad/],
  ["a class instance", new Point(), /got a Point at context\.bad/],
  ["a bigint", 1n, /got bigint at context\.bad/],
  ["undefined", undefined, /got undefined at context\.bad/],
  ["a cycle", cycle, /Maximum call stack/],
];

describe("contexts that cannot be compared", () => {
  test.each(unserialisable)("%s in the initial context", (_what, bad, where) => {
    const message = refusal(acting([], { bad }));
    expect(message).toMatch(where);
    expect(message).toMatch(/^initial state "ready": /);
  });

  test.each(unserialisable)("%s that a step puts into the context", (_what, bad, where) => {
    const message = refusal(acting(assign({ bad: () => bad }), { bad: 0 }));
    expect(message).toMatch(where);
    expect(message).toMatch(step);
  });

  test("a layout whose length changes", () => {
    const grow = assign({ bytes: () => new Uint8Array(8) });
    const message = refusal(acting(grow, { bytes: new Uint8Array(4) }));
    expect(message).toMatch(/expected context\.bytes to stay the only field, of 4 bytes/);
    expect(message).toMatch(step);
  });

  test("a layout that becomes something else", () => {
    const message = refusal(acting(assign({ bytes: () => "x" }), { bytes: new Uint8Array(4) }));
    expect(message).toMatch(/expected a Uint8Array at context\.bytes, got string/);
    expect(message).toMatch(step);
  });

  test("inputs of which one has no layout", () => {
    const machine = createMachine({ context: ({ input }) => input as object, on: { go: {} } });
    const inputs = [{ bytes: new Uint8Array(4) }, { bytes: [0, 0, 0, 0] }];
    expect(refusal(machine, { inputs })).toMatch(/^initial state .*expected a Uint8Array/);
  });
});

describe("contexts without bound", () => {
  const growing = acting(
    assign({ n: ({ context }) => context.n + 1, parity: ({ context }) => 1 - context.parity }),
    { n: 0, parity: 0 },
  );

  test("a limit of states ends the search as incomplete, and names the field that grows", () => {
    const { incomplete, growth, states, verdicts } = checkMachine<{ n: number }, EventLike>(
      growing,
      {
        events: [{ type: "go" }],
        limits: { statesMax: 100 },
        properties: [
          { kind: "always", name: "p", statement: "P.", holds: ({ context }) => context.n >= 0 },
        ],
      },
    );
    expect({ incomplete, states }).toEqual({ incomplete: "states", states: 100 });
    expect(growth).toBe("context.n took 100 different values");
    expect(verdicts[0]?.outcome).toBe("unknown");
  });

  test("a complete search names no field", () => {
    const { growth } = checkMachine(acting([]), { events: [{ type: "go" }] });
    expect(growth).toBeNull();
  });
});

describe("impure guards and actions", () => {
  test("a guard that counts its calls", () => {
    let calls = 0;
    const machine = createMachine({
      initial: "ready",
      states: { ready: { on: { go: [{ guard: () => calls++ % 2 === 0, target: "b" }] } }, b: {} },
    });
    expect(refusal(machine)).toMatch(/a guard or action is impure/);
    calls = 0;
    expect(refusal(machine)).toMatch(step);
  });

  test("an action that counts its calls", () => {
    let calls = 0;
    const message = refusal(acting(assign({ n: () => calls++ }), { n: 0 }));
    expect(message).toMatch(/impure: .* two results, {"n":\d+} and {"n":\d+}/);
    expect(message).toMatch(step);
  });

  test("a guard that changes its mind only after many calls, when a trace is replayed", () => {
    let calls = 0;
    const machine = setup({
      types: {} as { context: { n: number } },
      guards: { early: () => calls++ < 1500 },
      actions: { add: assign({ n: ({ context }) => context.n + 1 }) },
    }).createMachine({
      context: { n: 0 },
      initial: "ready",
      states: { ready: { on: { go: { guard: "early", actions: "add" } } } },
    });
    const message = refusal(machine, {
      engine: "interpreter", // a compiled guard is asked once per context
      limits: { statesMax: 900 },
      properties: [
        {
          kind: "sometimes",
          name: "far",
          statement: "Far.",
          holds: ({ context }) => context.n === 800,
        },
      ],
    });
    expect(message).toMatch(/a stored step cannot be replayed: the model is impure/);
  });

  test("an action that changes an object of the context it was given", () => {
    const mutate = assign(({ context }) => {
      context.list.push(1);
      return {};
    });
    const message = refusal(acting(mutate, { list: [] }));
    expect(message).toMatch(/object is not extensible|read only/);
    expect(message).toMatch(step);
  });

  test.each([
    ["each time", (bytes: Uint8Array) => (bytes[0] ?? 0) + 1],
    ["to the same value again", () => 7],
  ])("an action that changes the bytes it was given, %s", (_how, next) => {
    const mutate = assign(({ context }) => {
      const bytes: Uint8Array = context.bytes;
      bytes[0] = next(bytes);
      return { bytes };
    });
    const message = refusal(acting(mutate, { bytes: new Uint8Array(4) }));
    expect(message).toMatch(/an action changed the state it was given: assign must copy/);
    expect(message).toMatch(step);
    const interned = refusal(acting(mutate, { bytes: new Uint8Array(3), n: 0 }));
    expect(interned).toMatch(/an action changed the state it was given/);
  });

  test("a guard that changes the bytes it was given", () => {
    const machine = createMachine({
      context: { bytes: new Uint8Array(4) },
      initial: "ready",
      states: {
        ready: { on: { go: { guard: ({ context }) => context.bytes.fill(1).length > 0 } } },
      },
    });
    expect(refusal(machine)).toMatch(/an action changed the state it was given|impure/);
  });
});
