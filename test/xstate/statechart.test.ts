import { describe, expect, test } from "vitest";
import { type AnyStateMachine, assign, raise, setup } from "xstate";
import { and, not, or, stateIn } from "xstate/guards";
import { checkMachine } from "../../src/xstate/check.ts";
import type { EventLike } from "../../src/xstate/options.ts";

/** Explores with events that are nothing but a type. */
function check(machine: AnyStateMachine, types: string) {
  const events = types.split(" ").map((type) => ({ type }));
  return checkMachine<unknown, EventLike>(machine, { events });
}

/** Counts of an exploration: `states transitions deadlocks`. */
function counts(machine: AnyStateMachine, types: string): string {
  const { states, transitions, deadlocks } = check(machine, types);
  return `${states} ${transitions} ${deadlocks}`;
}

/** Active leaves of every reachable state, in the order of discovery. */
function leaves(machine: AnyStateMachine, types: string): string[] {
  const events = types.split(" ").map((type) => ({ type }));
  const seen: string[] = [];
  checkMachine<unknown, EventLike>(machine, {
    events,
    properties: [
      {
        kind: "always",
        name: "see",
        statement: "Every state is seen.",
        holds: ({ configuration }) => seen.push(configuration.leaves.join("+") || "root") > 0,
      },
    ],
  });
  return seen;
}

const { createMachine } = setup({});
const flip = { initial: "a", states: { a: { on: { go: "b" } }, b: { on: { go: "a" } } } } as const;

describe("regions and nesting", () => {
  test("an event that two regions handle moves both in one step", () => {
    const machine = createMachine({ type: "parallel", states: { one: flip, two: flip } });
    expect(leaves(machine, "go")).toEqual(["one.a+two.a", "one.b+two.b"]);
    expect(counts(machine, "go")).toBe("2 2 0");
  });

  test("a child's transition wins over its parent's", () => {
    const machine = createMachine({
      initial: "p",
      states: {
        p: { initial: "c", on: { go: "q" }, states: { c: { on: { go: "d" } }, d: {} } },
        q: { on: { go: "p" } },
      },
    });
    expect(leaves(machine, "go")).toEqual(["p.c", "p.d", "q"]);
  });

  test("leaving a parallel node leaves all of its regions", () => {
    const machine = createMachine({
      initial: "busy",
      states: {
        busy: { type: "parallel", states: { one: flip, two: flip }, on: { stop: "idle" } },
        idle: { on: { go: "busy" } },
      },
    });
    expect(leaves(machine, "go stop")).toEqual([
      "busy.one.a+busy.two.a",
      "busy.one.b+busy.two.b",
      "idle",
    ]);
  });

  test("two regions that leave their parent at once: the first in document order does", () => {
    const machine = createMachine({
      initial: "busy",
      states: {
        busy: {
          type: "parallel",
          states: { one: { on: { go: "#x" } }, two: { on: { go: "#y" } } },
        },
        x: { id: "x", tags: "terminal" },
        y: { id: "y", tags: "terminal" },
      },
    });
    expect(leaves(machine, "go")).toEqual(["busy.one+busy.two", "x"]);
  });

  test("stateIn sees the other region as it was before the step", () => {
    const machine = setup({ guards: { oneIsB: stateIn("#one.b") } }).createMachine({
      type: "parallel",
      states: {
        one: { id: "one", ...flip },
        two: {
          initial: "a",
          states: { a: { on: { go: { guard: "oneIsB", target: "b" } } }, b: {} },
        },
      },
    });
    expect(leaves(machine, "go")).toEqual([
      "one.a+two.a",
      "one.b+two.a",
      "one.a+two.b",
      "one.b+two.b",
    ]);
  });

  test("and, or and not combine guards", () => {
    const isA = stateIn("#one.a");
    const machine = setup({
      guards: {
        yes: () => true,
        isA,
        never: not(or(["isA", "yes"])),
        once: and(["yes", not(or([stateIn("#one.b"), not("isA")]))]),
      },
    }).createMachine({
      id: "one",
      initial: "a",
      states: {
        a: {
          on: {
            go: [
              { guard: "never", target: "c" },
              { guard: "once", target: "b" },
            ],
          },
        },
        b: { tags: "terminal", on: { go: { guard: "once", target: "c" } } },
        c: {},
      },
    });
    expect(leaves(machine, "go")).toEqual(["a", "b"]);
  });
});

describe("one step is a macrostep", () => {
  test("nodes that an always transition leaves at once are no states", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { on: { go: "b" } }, b: { always: "c" }, c: { on: { go: "a" } } },
    });
    expect(leaves(machine, "go")).toEqual(["a", "c"]);
  });

  test("a machine may start with always transitions", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { always: "b" }, b: { on: { go: "c" } }, c: { tags: "terminal" } },
    });
    expect(leaves(machine, "go")).toEqual(["b", "c"]);
  });

  test("a raised event is consumed in the step that raised it", () => {
    const machine = setup({ actions: { tell: raise({ type: "told" }) } }).createMachine({
      type: "parallel",
      states: {
        one: {
          initial: "a",
          states: { a: { on: { go: { target: "b", actions: "tell" } } }, b: {} },
        },
        two: { initial: "a", states: { a: { on: { told: "b" } }, b: {} } },
      },
    });
    expect(leaves(machine, "go")).toEqual(["one.a+two.a", "one.b+two.b"]);
  });

  test("entry, exit and transition actions run in XState's order: exit, transition, entry", () => {
    const write = (text: string) => ({ type: "write" as const, params: { text } });
    const machine = setup({
      types: {} as { context: { log: string } },
      actions: {
        write: assign({ log: ({ context }, { text }: { text: string }) => context.log + text }),
      },
    }).createMachine({
      context: { log: "" },
      initial: "a",
      states: {
        a: { exit: write("x"), on: { go: { target: "b", actions: write("t") } } },
        b: { entry: write("e"), tags: "terminal" },
      },
    });
    const { verdicts } = checkMachine<{ log: string }, EventLike>(machine, {
      events: [{ type: "go" }],
      properties: [
        {
          kind: "sometimes",
          name: "order",
          statement: "All three ran.",
          holds: ({ context }) => context.log === "xte",
        },
      ],
    });
    expect(verdicts[0]?.outcome).toBe("witnessed");
  });
});

describe("history", () => {
  const player = (history: "shallow" | "deep") =>
    createMachine({
      initial: "on",
      states: {
        on: {
          type: "parallel",
          states: {
            one: { initial: "a", states: { a: { on: { p: "b" } }, b: { on: { p: "a" } } } },
            two: { initial: "a", states: { a: { on: { q: "b" } }, b: { on: { q: "a" } } } },
            memory: { type: "history", history },
          },
          on: { cut: "off" },
        },
        off: { on: { restore: "on.memory" } },
      },
    });

  test("what a deep history node remembers is part of the state", () => {
    // 4 settings without a memory; off with each of 4 memories; 4 settings with each of 4 memories
    expect(check(player("deep"), "p q cut restore").states).toBe(4 + 4 + 16);
  });

  test("a shallow history node of regions remembers nothing that differs", () => {
    expect(check(player("shallow"), "p q cut restore").states).toBe(4 + 1 + 4);
  });

  test("the order in which regions changed makes no difference to what is remembered", () => {
    // p then q, and q then p: XState's list of remembered nodes is ordered by time
    const { verdicts } = checkMachine<object, EventLike>(player("deep"), {
      events: ["p", "q", "cut", "restore"].map((type) => ({ type })),
      limits: { depthMax: 4 },
      properties: [
        {
          kind: "always",
          name: "off",
          statement: "Off is counted.",
          when: ({ configuration }) => configuration.has("off"),
          holds: () => true,
        },
      ],
    });
    expect(verdicts[0]?.applied).toBe(4); // aa; ba, ab; bb once
  });
});

describe("ends", () => {
  const ending = (tag: string) =>
    createMachine({ initial: "a", states: { a: { on: { go: "b" } }, b: { tags: [tag] } } });

  test.each([
    ["a node tagged `terminal` may have no successor", ending("terminal"), "2 1 0"],
    ["a node tagged otherwise may not", ending("important"), "2 1 1"],
    [
      "a done machine may have no successor",
      createMachine({ initial: "a", states: { a: { on: { go: "b" } }, b: { type: "final" } } }),
      "2 1 0",
    ],
    [
      "a done machine takes no event, not even one of its root",
      createMachine({ initial: "a", on: { go: ".b" }, states: { a: {}, b: { type: "final" } } }),
      "2 1 0",
    ],
    [
      "a nested final node is no end: the machine waits for ever",
      createMachine({
        initial: "a",
        states: { a: { initial: "b", states: { b: { on: { go: "c" } }, c: { type: "final" } } } },
      }),
      "2 1 1",
    ],
    [
      "onDone of a finished node is part of the step",
      createMachine({
        initial: "a",
        states: {
          a: {
            initial: "b",
            states: { b: { on: { go: "c" } }, c: { type: "final" } },
            onDone: "d",
          },
          d: { tags: "terminal" },
        },
      }),
      "2 1 0",
    ],
    [
      "a parallel node is done when all of its regions are",
      createMachine({
        type: "parallel",
        states: {
          one: { initial: "a", states: { a: { on: { p: "b" } }, b: { type: "final" } } },
          two: { initial: "a", states: { a: { on: { q: "b" } }, b: { type: "final" } } },
        },
      }),
      "4 4 0",
    ],
  ])("%s", (_claim, machine, expected) => {
    const known = machine.events.includes("p") ? "p q" : "go";
    expect(counts(machine, known)).toBe(expected);
  });
});
