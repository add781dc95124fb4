import { describe, expect, test } from "vitest";
import { assign, raise, setup } from "xstate";
import { createMachine, entered, no, transitions, yes } from "./covered.ts";

describe("always, raise and the start", () => {
  test("an always transition's guard counts when it says yes and when the machine rests", () => {
    const machine = setup({
      types: {} as { context: { n: number } },
      guards: { isTwo: ({ context }) => context.n === 2 },
      actions: { add: assign({ n: ({ context }) => context.n + 1 }) },
    }).createMachine({
      context: { n: 0 },
      initial: "a",
      states: {
        a: { on: { go: { actions: "add" } }, always: { guard: "isTwo", target: "b" } },
        b: {},
      },
    });
    expect(transitions(machine, "go")).toEqual(["a go 0: 2", "a always 0: 1/1/2"]); // no at 0 and 1
  });

  test("a chain of always transitions counts each of them, and every node on the way", () => {
    const machine = createMachine({
      initial: "a",
      states: {
        a: { on: { go: "b" } },
        b: { always: "c" },
        c: { always: [{ guard: "no", target: "a" }, { target: "d" }] },
        d: {},
      },
    });
    expect(transitions(machine, "go")).toEqual([
      "a go 0: 1",
      "b always 0: 1",
      "c always 0: 0/0/1",
      "c always 1: 1",
    ]);
    expect(entered(machine, "go")).toEqual(["root 1", "a 1", "b 1", "c 1", "d 1"]);
  });

  test("raised events count like events from outside, their refused guards too", () => {
    const machine = setup({
      guards: { yes, no },
      actions: { tell: raise({ type: "told" }) },
    }).createMachine({
      type: "parallel",
      states: {
        speaker: { on: { go: { actions: "tell" } } },
        listener: {
          initial: "deaf",
          states: {
            deaf: { on: { told: { guard: "no" }, wake: "awake" } },
            awake: { on: { told: { guard: "yes", target: "deaf" } } },
          },
        },
      },
    });
    expect(transitions(machine, "go wake")).toEqual([
      "speaker go 0: 2",
      "listener.deaf told 0: 0/0/1",
      "listener.deaf wake 0: 1",
      "listener.awake told 0: 1/1/0",
    ]);
  });

  test("what happens at the start counts: the nodes passed through, always and raised events", () => {
    const machine = setup({
      guards: { no },
      actions: { tell: raise({ type: "told" }) },
    }).createMachine({
      initial: "a",
      states: {
        a: {
          always: [
            { guard: "no", target: "c" },
            { target: "b", actions: "tell" },
          ],
        },
        b: { on: { told: "c" } },
        c: {},
      },
    });
    expect(transitions(machine, "told")).toEqual([
      "a always 0: 0/0/1",
      "a always 1: 1",
      "b told 0: 1",
    ]);
    expect(entered(machine, "told").map((line) => !line.endsWith(" 0"))).toEqual(
      Array(4).fill(true),
    );
  });

  test("replaying a trace does not count", () => {
    const machine = createMachine({ initial: "a", states: { a: { on: { go: "b" } }, b: {} } });
    const witness = {
      kind: "sometimes",
      name: "b",
      statement: "B is reached.",
      holds: () => true,
    } as const;
    expect(transitions(machine, "go", { properties: [witness] })).toEqual(["a go 0: 1"]);
  });
});

describe("entered nodes", () => {
  test("entering a compound or parallel node enters its initial nodes", () => {
    const machine = createMachine({
      initial: "idle",
      states: {
        idle: { on: { go: "busy" } },
        busy: {
          type: "parallel",
          states: {
            left: { initial: "a", states: { a: {}, never: {} } },
            right: { initial: "a", states: { a: {} } },
          },
        },
      },
    });
    expect(entered(machine, "go")).toEqual([
      "root 1",
      "idle 1",
      "busy 1",
      "busy.left 1",
      "busy.left.a 1",
      "busy.left.never 0",
      "busy.right 1",
      "busy.right.a 1",
    ]);
  });

  test("a transition to the node itself enters it again, an internal action does not", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { on: { again: { target: "a", reenter: true }, stay: { actions: [] } } } },
    });
    expect(entered(machine, "again stay")).toEqual(["root 1", "a 2"]);
  });

  test("a history node counts as entered, and so does what it brings back", () => {
    const machine = createMachine({
      initial: "on",
      states: {
        on: {
          initial: "low",
          states: { low: { on: { more: "high" } }, high: {}, memory: { type: "history" } },
          on: { cut: "off" },
        },
        off: { on: { restore: "on.memory" } },
      },
    });
    const counts = new Map(
      entered(machine, "more cut restore").map((line) => line.split(" ") as [string, string]),
    );
    expect(counts.get("on.memory")).toBe("2"); // remembering low, remembering high
    expect(counts.get("on.low")).toBe("2"); // start, restored
    expect(counts.get("on.high")).toBe("3"); // `more` with no memory and with low, restored
  });
});
