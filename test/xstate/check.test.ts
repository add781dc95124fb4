import { describe, expect, test } from "vitest";
import { assign, createActor, setup } from "xstate";
import { checkMachine, type Trace } from "../../src/xstate/check.ts";
import type { CheckOptions } from "../../src/xstate/options.ts";
import type { Always, AlwaysStep, Property, Sometimes } from "../../src/xstate/property.ts";
import { dieHard } from "./models/die-hard.ts";
import { twoPhaseBytes } from "./models/two-phase-bytes.ts";

interface Counter {
  readonly n: number;
}
type Event = { readonly type: "up" | "reset" };

/** Counts from 0 to 3; `reset` goes back to 0 from 3 only. */
const counter = setup({
  types: {} as { context: Counter; events: Event },
  guards: { isFull: ({ context }) => context.n === 3 },
  actions: { up: assign({ n: ({ context }) => context.n + 1 }), reset: assign({ n: 0 }) },
}).createMachine({
  context: { n: 0 },
  initial: "counting",
  states: {
    counting: { on: { up: [{ guard: "isFull", target: "full" }, { actions: "up" }] } },
    full: { on: { reset: { target: "counting", actions: "reset" } } },
  },
});
const events: readonly Event[] = [{ type: "up" }, { type: "reset" }];

const always = (holds: (n: number) => boolean, rest: Partial<Always<Counter>> = {}) =>
  ({
    kind: "always",
    name: "p",
    statement: "P.",
    holds: ({ context }) => holds(context.n),
    ...rest,
  }) as const satisfies Always<Counter>;
const sometimes = (holds: (n: number) => boolean): Sometimes<Counter> => ({
  kind: "sometimes",
  name: "p",
  statement: "P.",
  holds: ({ context }) => holds(context.n),
});
const step = (
  holds: (before: number, type: string, after: number) => boolean,
  rest: Partial<AlwaysStep<Counter, Event>> = {},
): AlwaysStep<Counter, Event> => ({
  kind: "alwaysStep",
  name: "p",
  statement: "P.",
  holds: ({ before, event, after }) => holds(before.context.n, event.type, after.context.n),
  ...rest,
});

/** `outcome applied events-of-the-trace`. */
function verdict(
  property: Property<Counter, Event>,
  rest: Partial<CheckOptions<Counter, Event>> = {},
): string {
  const [found] = checkMachine<Counter, Event>(counter, {
    events,
    properties: [property],
    ...rest,
  }).verdicts;
  const way = found?.trace?.steps.map(({ event }) => event.type) ?? ["no trace"];
  return `${found?.outcome} ${found?.applied} ${way.join(" ") || "at once"}`;
}

describe("outcomes", () => {
  const few = { limits: { statesMax: 2 } };
  const weak = { expect: { kind: "weakness", reason: "a test" } } as const;
  const never = { when: () => false };
  const cases: readonly [string, Property<Counter, Event>, object, string][] = [
    ["a claim that is true in every state holds", always((n) => n <= 3), {}, "holds 5 no trace"],
    ["a claim is violated by a shortest trace", always((n) => n < 2), {}, "violated 3 up up"],
    ["a weakness lets the search go on", always((n) => n < 2, weak), {}, "violated 5 up up"],
    ["a claim can fail in the initial state", always((n) => n > 0), {}, "violated 1 at once"],
    [
      "`when` restricts a claim",
      always((n) => n === 3, { when: ({ configuration }) => configuration.has("full") }),
      {},
      "holds 1 no trace",
    ],
    ["a claim about no state is vacuous", always(() => false, never), {}, "vacuous 0 no trace"],
    ["a limit leaves a claim unknown", always((n) => n <= 3), few, "unknown 2 no trace"],
    [
      "a limit leaves a vacuous claim unknown",
      always(() => true, never),
      few,
      "unknown 0 no trace",
    ],
    ["a violation before a limit stays one", always((n) => n < 1), few, "violated 2 up"],
    ["a witness has a shortest trace", sometimes((n) => n === 2), {}, "witnessed 5 up up"],
    ["what never happens is unwitnessed", sometimes((n) => n > 3), {}, "unwitnessed 5 no trace"],
    [
      "a limit leaves a missing witness unknown",
      sometimes((n) => n > 3),
      few,
      "unknown 2 no trace",
    ],
    ["a witness before a limit stays one", sometimes((n) => n === 1), few, "witnessed 2 up"],
    [
      "a claim about steps holds",
      step((a, type, b) => type !== "up" || b >= a),
      {},
      "holds 5 no trace",
    ],
    [
      "a bad step ends its trace",
      step((_a, type) => type !== "reset"),
      {},
      "violated 5 up up up up reset",
    ],
    ["a claim about no step is vacuous", step(() => false, never), {}, "vacuous 0 no trace"],
    ["a limit leaves a claim about steps unknown", step(() => true), few, "unknown 1 no trace"],
  ];
  test.each(cases)("%s", (_claim, property, rest, expected) => {
    expect(verdict(property, rest)).toBe(expected);
  });

  test("after a broken promise the other claims are unknown, not held", () => {
    const { verdicts, incomplete } = checkMachine<Counter, Event>(counter, {
      events,
      properties: [always((n) => n < 2), always((n) => n <= 3, { name: "q" })],
    });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["violated", "unknown"]);
    expect(incomplete).toBe("violation");
  });

  test("a known violation does not make the other claims unknown", () => {
    const expected = { kind: "known-violation", id: "bug-1", reason: "a test" } as const;
    const { verdicts } = checkMachine<Counter, Event>(counter, {
      events,
      properties: [
        always((n) => n < 2, { expect: expected }),
        always((n) => n <= 3, { name: "q" }),
      ],
    });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["violated", "holds"]);
  });
});

describe("deadlocks", () => {
  const stuck = { events: [{ type: "up" }] as const }; // nobody resets

  test("a state without an enabled event is a deadlock with a shortest trace", () => {
    const { deadlocks, deadlock } = checkMachine<Counter, Event>(counter, stuck);
    expect(deadlocks).toBe(1);
    expect(deadlock?.steps.map(({ state }) => state.leaves[0])).toEqual([
      ...["counting", "counting", "counting", "full"],
    ]);
  });

  test("`deadlock: false` does not look for them", () => {
    const result = checkMachine<Counter, Event>(counter, { ...stuck, deadlock: false });
    expect(result).toMatchObject({ deadlocks: 0, deadlock: null });
  });

  test("`terminal` declares an end", () => {
    const result = checkMachine<Counter, Event>(counter, {
      ...stuck,
      terminal: ({ configuration }) => configuration.has("full"),
    });
    expect(result).toMatchObject({ deadlocks: 0, deadlock: null });
  });

  test("a constraint that cuts every way out of a state does not make a deadlock of it", () => {
    const result = checkMachine<Counter, Event>(counter, {
      events,
      constraint: ({ context }) => context.n < 2,
    });
    expect(result).toMatchObject({ states: 2, transitions: 2, deadlocks: 0, incomplete: null });
  });
});

describe("events and inputs", () => {
  test("`events` may be a function of the state, and gives the same result", () => {
    const lean = checkMachine<Counter, Event>(counter, {
      events: ({ configuration }) => events.filter(({ type }) => configuration.handlers.has(type)),
    });
    const full = checkMachine<Counter, Event>(counter, { events });
    expect([lean.states, lean.transitions, lean.levels]).toEqual([
      full.states,
      full.transitions,
      full.levels,
    ]);
  });

  test("each input gives an initial state; equal ones are one state", () => {
    const started = setup({
      types: {} as { context: Counter; events: Event; input: number },
    }).createMachine({ context: ({ input }) => ({ n: input }), on: { up: {} } });
    const { levels } = checkMachine<Counter, Event>(started, {
      events: [{ type: "up" }],
      inputs: [1, 2, 2, 3],
    });
    expect(levels).toEqual([3]);
  });
});

describe("traces", () => {
  test("DieHard's solution replays in a running actor, state by state", () => {
    const { machine, options } = dieHard();
    const trace = checkMachine(machine, options).verdicts[1]?.trace;
    const actor = createActor(machine).start();
    expect(actor.getSnapshot().context).toEqual(trace?.initial.context);
    for (const { event, state } of trace?.steps ?? []) {
      actor.send(event);
      expect(actor.getSnapshot()).toMatchObject({ value: state.value, context: state.context });
    }
    expect(actor.getSnapshot().context).toMatchObject({ big: 4 });
  });

  test("a trace under symmetry follows the same resource managers as a plain run", () => {
    const { machine, options } = twoPhaseBytes(3, true);
    const allCommitted: Property<{ readonly bytes: Uint8Array }, { readonly type: string }> = {
      kind: "sometimes",
      name: "all-committed",
      statement: "Some run commits everywhere.",
      holds: ({ context }) => context.bytes.slice(0, 3).every((byte) => (byte & 7) === 3),
    };
    const [found] = checkMachine<{ readonly bytes: Uint8Array }, { readonly type: string }>(
      machine,
      { ...options, properties: [allCommitted] } as never, // the model's events are narrower
    ).verdicts;
    expect(found?.trace?.steps.length).toBe(10); // prepare, receive, commit; 3 RMs and the TM
    expect(replayed(machine, found?.trace ?? null)).toBe(true);
  });

  test("two checks of one machine give the same result", () => {
    const { machine, options } = dieHard();
    expect(checkMachine(machine, options)).toEqual(checkMachine(machine, options));
  });
});

describe("contexts", () => {
  test("a layout of bytes and an interned context give the same verdicts and counts", () => {
    const inBytes = setup({
      types: {} as { context: { bytes: Uint8Array }; events: Event },
      guards: { isFull: ({ context }) => context.bytes[0] === 3 },
      actions: {
        up: assign(({ context: { bytes } }) => ({ bytes: bytes.with(0, (bytes[0] ?? 0) + 1) })),
        reset: assign({ bytes: new Uint8Array(4) }),
      },
    }).createMachine({
      context: { bytes: new Uint8Array(4) },
      initial: "counting",
      states: {
        counting: { on: { up: [{ guard: "isFull", target: "full" }, { actions: "up" }] } },
        full: { on: { reset: { target: "counting", actions: "reset" } } },
      },
    });
    const layout = checkMachine<{ bytes: Uint8Array }, Event>(inBytes, { events });
    const interned = checkMachine<Counter, Event>(counter, { events });
    expect([layout, interned].map(({ engine }) => engine.contexts)).toEqual(["layout", "interned"]);
    const { engine: _layout, ...same } = layout;
    expect(interned).toMatchObject(same);
  });

  test.each([
    ["a length that is no multiple of four", { bytes: new Uint8Array(3) }],
    ["a second field", { bytes: new Uint8Array(4), n: 0 }],
    ["wider elements", { bytes: new Uint16Array(4) }],
    ["no field", {}],
  ])("a context with %s is interned", (_why, context) => {
    const machine = setup({}).createMachine({ context, on: { go: {} } });
    const { engine, states } = checkMachine(machine, { events: [{ type: "go" }] });
    expect([engine.contexts, states]).toEqual(["interned", 1]);
  });
});

function replayed(
  machine: Parameters<typeof createActor>[0],
  trace: Trace<unknown, { type: string }> | null,
) {
  const actor = createActor(machine).start();
  return (trace?.steps ?? []).every(({ event, state }) => {
    actor.send(event);
    const { context } = actor.getSnapshot() as { context: unknown };
    return JSON.stringify(context) === JSON.stringify(state.context);
  });
}
