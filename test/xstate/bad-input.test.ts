import { describe, expect, test } from "vitest";
import {
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  fromPromise,
  log,
  raise,
  sendTo,
  spawnChild,
  stopChild,
} from "xstate";
import { checkMachine } from "../../src/xstate/check.ts";
import { acting, type Options, refusal, step } from "./refusal.ts";

describe("events", () => {
  test("an event that the machine does not know is named, with those that it knows", () => {
    const machine = createMachine({ on: { go: {}, stop: {} } });
    expect(refusal(machine, { events: [{ type: "goo" }] })).toBe(
      'expected an event that the machine knows (go, stop), got "goo"',
    );
  });

  test("an unknown event from an `events` function is named, with the way to the state", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { on: { go: "b" } }, b: { on: { stop: "a" } } },
    });
    const events: Options["events"] = ({ configuration }) => [
      { type: configuration.has("a") ? "go" : "halt" },
    ];
    const message = refusal(machine, { events });
    expect(message).toMatch(/\(go, stop\), got "halt"/);
    expect(message).toMatch(/reached by: {"type":"go"}/);
  });

  test("an event in the middle of a name is no wildcard", () => {
    const machine = createMachine({ on: { "net.*": {} } });
    expect(refusal(machine, { events: [{ type: "network" }] })).toMatch(/got "network"/);
  });
});

describe("guards and actions that throw", () => {
  const boom = () => {
    throw new RangeError("boom");
  };

  test("a guard", () => {
    const machine = createMachine({
      initial: "ready",
      states: { ready: { on: { go: { guard: boom } } } },
    });
    expect(refusal(machine)).toMatch(/boom/);
    expect(refusal(machine)).toMatch(step);
  });

  test("a guard of an always transition", () => {
    const machine = createMachine({
      initial: "ready",
      states: { ready: { on: { go: "next" } }, next: { always: { guard: boom, target: "ready" } } },
    });
    expect(refusal(machine)).toMatch(/boom/);
    expect(refusal(machine)).toMatch(step);
  });

  test("an action", () => {
    expect(refusal(acting(assign(boom)))).toMatch(/boom/);
    expect(refusal(acting(assign(boom)))).toMatch(step);
  });

  test("an action at the start", () => {
    const machine = createMachine({ entry: assign(boom), on: { go: {} } });
    expect(refusal(machine)).toBe("the machine cannot start: boom");
  });

  test("a guard and an action that do not exist", () => {
    const guard = createMachine({
      initial: "ready",
      states: { ready: { on: { go: { guard: "missing" } } } },
    });
    expect(refusal(guard)).toMatch(/Guard 'missing' is not implemented/);
    expect(refusal(acting("missing"))).toMatch(/the action "missing" is not implemented/);
    expect(refusal(acting("missing"))).toMatch(step);
  });

  test("the message gives the way to a state that is not the first", () => {
    const machine = createMachine({
      initial: "a",
      states: { a: { on: { go: "b" } }, b: { on: { go: { guard: boom } } } },
    });
    expect(refusal(machine)).toMatch(/state "b", event .*boom\nreached by: {"type":"go"}$/s);
  });
});

describe("machines that do not come to rest, or that need more than themselves", () => {
  const loop = { initial: "a", states: { a: { always: "b" }, b: { always: "a" } } } as const;

  test("a loop of always transitions", () => {
    const machine = createMachine({
      initial: "ready",
      states: { ready: { on: { go: "busy" } }, busy: loop },
    });
    expect(refusal(machine)).toMatch(/Infinite loop/);
    expect(refusal(machine)).toMatch(step);
  });

  test("a loop of always transitions at the start", () => {
    const message = refusal(createMachine({ ...loop, on: { go: {} } }));
    expect(message).toMatch(/the machine cannot start: Infinite loop/);
  });

  test("an event that raises itself for ever", () => {
    expect(refusal(acting(raise({ type: "go" })))).toMatch(/Infinite loop/);
  });

  test("an invoked actor is refused before the search, wherever it is", () => {
    const invoke = { src: fromPromise(async () => 1) };
    const machine = createMachine({
      id: "m",
      initial: "a",
      states: { a: { on: { go: "b" } }, b: { initial: "c", states: { c: { invoke } } } },
    });
    expect(refusal(machine)).toBe(
      'state "m.b.c" invokes an actor: expected a machine whose every step is an event, ' +
        "such as environmentAsEvents(machine)",
    );
  });

  test("a delayed transition is refused before the search", () => {
    const machine = createMachine({ id: "m", initial: "a", states: { a: { after: { 10: "a" } } } });
    expect(refusal(machine)).toMatch(/^state "m\.a" has delayed transitions \(after\)/);
  });

  const actor = fromPromise(async () => 1);
  test.each([
    ["a spawned actor", assign({ child: ({ spawn }) => spawn(actor, { id: "c" }) as never })],
    ["spawnChild", spawnChild(actor, { id: "c" })],
    ["stopChild", stopChild("c")],
    ["sendTo", sendTo("other", { type: "x" })],
    ["a delayed raise", raise({ type: "go" }, { delay: 10 })],
    ["cancel", cancel("x")],
    ["enqueueActions that spawns", enqueueActions(({ enqueue }) => enqueue.spawnChild(actor))],
  ])("%s is refused where it happens", (_what, action) => {
    const message = refusal(acting(action, { child: null }));
    expect(message).toMatch(step);
    expect(message).toMatch(/actor|acts outside the machine/);
  });

  test("log, emit, and an action that only has an effect outside are let through", () => {
    const effects = [log("x"), emit({ type: "x" }), () => {}, enqueueActions(() => {})];
    const { states } = checkMachine(acting(effects), { events: [{ type: "go" }] });
    expect(states).toBe(1);
  });
});

describe("properties", () => {
  const p = { kind: "always", name: "p", statement: "P.", holds: () => true } as const;

  test("two of one name are refused", () => {
    expect(refusal(acting([]), { properties: [p, { ...p, kind: "sometimes" }] })).toBe(
      'expected properties with different names, got "p" twice',
    );
  });

  test.each([0, 1])("one that throws in state %d gives an error, not a verdict", (bad) => {
    const holds = ({ context }: { context: Record<string, unknown> }) => {
      if (context.n === bad) throw new Error("boom");
      return true;
    };
    const message = refusal(acting(assign({ n: 1 }), { n: 0 }), { properties: [{ ...p, holds }] });
    expect(message).toBe('property "p": boom\nreached by: the initial state');
  });
});
