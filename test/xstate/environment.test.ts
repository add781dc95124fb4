import { describe, expect, test } from "vitest";
import { assign, createMachine, fromPromise, sendTo, setup } from "xstate";
import { always, checkMachine, environmentAsEvents, eventsOf, sometimes } from "../../src/index.ts";

const actor = fromPromise(async () => 1);

describe("clocks and actors as events", () => {
  test("a delayed transition is one of an event of its own", () => {
    const machine = createMachine({
      id: "light",
      initial: "red",
      states: { red: { after: { 1000: "green" } }, green: { after: { long: { target: "red" } } } },
    });
    const events = [
      { type: "xstate.after.1000.light.red" },
      { type: "xstate.after.long.light.green" },
    ];
    const open = environmentAsEvents(machine);
    expect(eventsOf(open)).toEqual(events);
    expect(checkMachine(open, { events }).states).toBe(2);
  });

  test("delays of one state may pass in any order", () => {
    const open = environmentAsEvents(
      createMachine({
        id: "m",
        initial: "a",
        states: { a: { after: { 1: "soon", 1000: "late" } }, soon: {}, late: {} },
      }),
    );
    const properties = ["soon", "late"].map((path) =>
      sometimes(path, ({ configuration }) => configuration.has(path)),
    );
    const { verdicts } = checkMachine(open, {
      events: eventsOf(open),
      deadlock: false,
      properties,
    });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["witnessed", "witnessed"]);
  });

  test("an actor is done, fails, and shows a snapshot, each with its payload", () => {
    const machine = setup({ actors: { actor } }).createMachine({
      id: "m",
      context: { got: 0 },
      initial: "busy",
      states: {
        busy: {
          invoke: {
            id: "job",
            src: "actor",
            onDone: { target: "done", actions: assign({ got: ({ event }) => event.output }) },
            onError: "failed",
            onSnapshot: { actions: assign({ got: 7 }) },
          },
        },
        done: { type: "final" },
        failed: { type: "final" },
      },
    });
    const open = environmentAsEvents(machine);
    expect(eventsOf(open).map(({ type }) => type)).toEqual([
      "xstate.done.actor.job",
      "xstate.error.actor.job",
      "xstate.snapshot.job",
    ]);
    const { states } = checkMachine(open, {
      events: [
        { type: "xstate.done.actor.job", output: 1 },
        { type: "xstate.done.actor.job", output: 2 },
        { type: "xstate.error.actor.job" },
        { type: "xstate.snapshot.job" },
      ],
    });
    expect(states).toBe(2 + 2 + 2); // busy with 0 or 7, done with 1 or 2, failed with 0 or 7
  });

  test("an actor without an id has XState's", () => {
    const open = environmentAsEvents(
      createMachine({
        id: "m",
        invoke: [
          { src: actor, onDone: {} },
          { src: actor, onError: {} },
        ],
      }),
    );
    expect(eventsOf(open).map(({ type }) => type)).toEqual([
      "xstate.done.actor.0.m",
      "xstate.error.actor.1.m",
    ]);
  });

  test("nothing else changes: ids, guards, actions, tags, history, what an event forbids", () => {
    const machine = setup({
      guards: { isNew: ({ context }) => context.n === 0 },
      actions: { add: assign({ n: ({ context }) => context.n + 1 }) },
      types: {} as { context: { n: number } },
    }).createMachine({
      id: "m",
      context: { n: 0 },
      initial: "work",
      on: { stop: "#end" },
      states: {
        work: {
          initial: "a",
          states: {
            a: { on: { go: { guard: "isNew", actions: "add", target: "b" } } },
            b: { on: { stop: undefined }, after: { 5: "a" } },
            past: { type: "history" },
          },
        },
        end: { id: "end", tags: "terminal", on: { resume: "work.past" } },
      },
    });
    const open = environmentAsEvents(machine);
    const result = checkMachine(open, {
      events: eventsOf(open),
      properties: [
        always("b is not left by stop", ({ context }) => context.n <= 1),
        sometimes("b", ({ configuration }) => configuration.has("work.b")),
      ],
    });
    expect(result.verdicts.map(({ outcome }) => outcome)).toEqual(["holds", "witnessed"]);
    expect(result.coverage.transitions.map(({ key, taken }) => [key, taken > 0])).toEqual([
      [" stop 0", true],
      ["work.a go 0", true],
      ["work.b stop 0", true],
      ["work.b xstate.after.5.m.work.b 0", true],
      ["end resume 0", true],
    ]);
  });

  test("a machine without either is given back itself", () => {
    const machine = createMachine({ on: { go: {} } });
    expect(environmentAsEvents(machine)).toBe(machine);
  });

  test("a message to an actor is refused still, with what to change", () => {
    const open = environmentAsEvents(
      createMachine({
        invoke: { src: actor, id: "job" },
        on: { go: { actions: sendTo("job", { type: "x" }) } },
      }),
    );
    expect(() => checkMachine(open, { events: [{ type: "go" }] })).toThrow(
      /actor .job.*replace it for the check with machine\.provide/s,
    );
  });
});

describe("the events of a machine", () => {
  test("are those that it handles, without what it raises itself", () => {
    const machine = createMachine({
      initial: "a",
      states: {
        a: {
          initial: "x",
          states: { x: { on: { go: "y", stop: {} } }, y: { type: "final" } },
          onDone: "b",
        },
        b: { on: { go: "a" } },
      },
    });
    expect(eventsOf(machine)).toEqual([{ type: "go" }, { type: "stop" }]);
  });

  test.each(["*", "net.*"])("are not known for the wildcard %s", (type) => {
    const machine = createMachine({ id: "m", on: { [type]: {} } });
    expect(() => eventsOf(machine)).toThrow(
      `state "m" handles "${type}", which stands for any event: list the events to try`,
    );
  });
});
