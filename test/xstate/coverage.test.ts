import { describe, expect, test } from "vitest";
import { setup } from "xstate";
import { and, not, or, stateIn } from "xstate/guards";
import { check, createMachine, no, type Options, transitions, yes } from "./covered.ts";

describe("transitions and guard outcomes", () => {
  test("guards of one node are asked in order until one says yes", () => {
    const machine = createMachine({
      initial: "a",
      states: {
        a: {
          on: {
            go: [
              { guard: "no", target: "b" },
              { guard: "yes", target: "b" },
              { guard: "yes", target: "a" },
              { target: "a" },
            ],
          },
        },
        b: {},
      },
    });
    expect(transitions(machine, "go")).toEqual([
      "a go 0: 0/0/1",
      "a go 1: 1/1/0",
      "a go 2: 0/0/0", // never asked
      "a go 3: 0",
    ]);
  });

  test("a parent's guards are asked when its child refused, and not when it took the event", () => {
    const machine = createMachine({
      initial: "outer",
      states: {
        outer: {
          initial: "refuses",
          on: { go: { guard: "yes", target: ".takes" } },
          states: {
            refuses: { on: { go: { guard: "no" } } },
            takes: { on: { go: { guard: "yes", target: "silent" } } },
            silent: { on: { stop: "refuses" } },
          },
        },
      },
    });
    expect(transitions(machine, "go stop")).toEqual([
      "outer go 0: 2/2/0", // from `refuses` and `silent`
      "outer.refuses go 0: 0/0/1",
      "outer.takes go 0: 1/1/0",
      "outer.silent stop 0: 1",
    ]);
  });

  test("regions are asked apart, and their parent only when no region took the event", () => {
    const machine = createMachine({
      type: "parallel",
      on: { go: { guard: "yes" }, other: { guard: "no" } },
      states: {
        left: { initial: "a", states: { a: { on: { go: { guard: "yes", target: "b" } } }, b: {} } },
        right: {
          initial: "a",
          states: { a: { on: { go: { guard: "no" }, other: { guard: "no" } } } },
        },
      },
    });
    expect(transitions(machine, "go other")).toEqual([
      " go 0: 1/1/0", // once `left` is in b
      " other 0: 0/0/2",
      "left.a go 0: 1/1/0",
      "right.a go 0: 0/0/2",
      "right.a other 0: 0/0/2",
    ]);
  });

  test("and, or, not and stateIn count as one guard", () => {
    const machine = setup({
      guards: {
        yes,
        inB: stateIn("#left.b"),
        both: and(["yes", stateIn("#left.b")]),
        either: or([stateIn("#left.b"), "no"]),
        neither: not(or(["inB", "no"])),
        no,
      },
    }).createMachine({
      type: "parallel",
      states: {
        left: {
          id: "left",
          initial: "a",
          states: { a: { on: { go: "b" } }, b: { on: { go: "a" } } },
        },
        right: {
          initial: "a",
          states: {
            a: { on: { p: { guard: "both" }, q: { guard: "either" }, r: { guard: "neither" } } },
          },
        },
      },
    });
    expect(transitions(machine, "go p q r").slice(2)).toEqual([
      "right.a p 0: 1/1/1",
      "right.a q 0: 1/1/1",
      "right.a r 0: 1/1/1",
    ]);
  });

  test("wildcards are asked after exact transitions, shorter ones after longer ones", () => {
    const machine = createMachine({
      initial: "a",
      states: {
        a: {
          on: {
            "*": { guard: "no" },
            "net.*": [{ guard: "no" }, { guard: "yes" }],
            "net.up": { guard: "no" },
          },
        },
      },
    });
    expect(check(machine, "net.up net disk").transitions).toBe(2); // `net.*` takes `net`, too
    expect(transitions(machine, "net.up net disk")).toEqual([
      "a * 0: 0/0/1", // disk
      "a net.* 0: 0/0/2", // net.up and net
      "a net.* 1: 2/2/0",
      "a net.up 0: 0/0/1",
    ]);
  });

  test("a node that does not listen to an event is not asked", () => {
    const machine = createMachine({
      type: "parallel",
      states: { one: { on: { go: { guard: "no" } } }, two: { on: { go: { guard: "no" } } } },
    });
    const listens: Options["listens"] = ({ path }) => path === "two";
    expect(transitions(machine, "go", { listens })).toEqual(["one go 0: 0/0/0", "two go 0: 0/0/1"]);
  });

  test("an event that no transition took is not a step, but its guards were asked", () => {
    const machine = createMachine({ on: { go: { guard: "no" } } });
    expect(transitions(machine, "go")).toEqual([" go 0: 0/0/1"]);
    expect(check(machine, "go").transitions).toBe(0);
  });
});
