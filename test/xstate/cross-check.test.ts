import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  initialTransition,
  transition,
} from "xstate";
import { getAdjacencyMap } from "xstate/graph";
import { canonicalText } from "../../src/base/canonical.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import type { EventLike } from "../../src/xstate/options.ts";
import { dieHard } from "./models/die-hard.ts";
import { hanoi } from "./models/hanoi.ts";
import { increment } from "./models/increment.ts";
import type { PortedModel } from "./models/model.ts";
import { peterson } from "./models/peterson.ts";
import { tCommit } from "./models/t-commit.ts";
import { eventTypes, machineOf, randomChart } from "./random-chart.ts";

describe("xstate/graph", () => {
  const models: readonly [string, () => unknown][] = [
    ["DieHard", dieHard],
    ["TCommit", () => tCommit(3)],
    ["Peterson", peterson],
    ["increment", () => increment(3)],
    ["Hanoi, 4 disks", () => hanoi(4)],
  ];
  test.each(models)("getAdjacencyMap finds as many states of %s", (_name, port) => {
    const { machine, options } = port() as PortedModel<unknown, EventLike>; // only run, never read
    const events = options.events as never; // all of them list their events
    const states = Object.keys(getAdjacencyMap(machine, { events })).length;
    expect(checkMachine(machine, options).states).toBe(states);
  });
});

describe("a naive search with XState's public `transition` and JSON keys", () => {
  test("finds the same states, steps, levels and deadlocks of random charts, or fails as we do", () => {
    const sizes: number[] = [];
    fc.assert(
      fc.property(randomChart, (chart) => {
        const machine = machineOf(chart);
        const expected = outcome(() => naive(machine));
        expect(outcome(() => ours(machine))).toEqual(expected);
        sizes.push(typeof expected === "string" ? 0 : expected.states);
      }),
      { numRuns: 400 },
    );
    expect(sizes.filter((size) => size > 5).length).toBeGreaterThan(sizes.length / 10);
  });
});

const events = eventTypes.map((type) => ({ type }));
const statesMax = 150;

interface Search {
  readonly states: number;
  readonly transitions: number;
  readonly levels: readonly number[];
  readonly deadlocks: number;
  /** State values with contexts, sorted; a set, since history is left out. */
  readonly seen: readonly string[];
}

function ours(machine: AnyStateMachine): Search {
  const seen = new Set<string>();
  const { states, transitions, levels, deadlocks, incomplete } = checkMachine(machine, {
    events,
    limits: { statesMax },
    properties: [
      {
        kind: "always",
        name: "see",
        statement: "Every state is seen.",
        holds: ({ context, configuration: { value } }) =>
          seen.add(text({ value, context })).size > 0,
      },
    ],
  });
  if (incomplete) throw new Error("too many states");
  return { states, transitions, levels, deadlocks, seen: [...seen].sort() };
}

function naive(machine: AnyStateMachine): Search {
  const [first] = initialTransition(machine);
  if (first.status === "error") throw first.error;
  const known = new Set([keyOf(first)]);
  const seen = new Set<string>();
  const levels: number[] = [];
  let transitions = 0;
  let deadlocks = 0;
  for (let level: AnyMachineSnapshot[] = [first]; level.length > 0; ) {
    levels.push(level.length);
    const next: AnyMachineSnapshot[] = [];
    for (const snapshot of level) {
      const { value, context } = snapshot;
      seen.add(text({ value, context }));
      if (snapshot.status !== "active") continue;
      const enabled = events.filter(
        (event) => machine.getTransitionData(snapshot, event).length > 0,
      );
      if (enabled.length === 0) deadlocks++;
      for (const event of enabled) {
        transitions++;
        const [after] = transition(machine, snapshot, event);
        const key = keyOf(after);
        if (!known.has(key)) next.push(after);
        known.add(key);
      }
    }
    level = next;
    if (known.size >= statesMax && level.length > 0) throw new Error("too many states");
  }
  return { states: known.size, transitions, levels, deadlocks, seen: [...seen].sort() };
}

function keyOf({ status, value, context, historyValue }: AnyMachineSnapshot): string {
  const history = Object.entries(historyValue ?? {}).map(
    ([id, nodes]) => [id, nodes.map((node) => node.id).sort()] as const,
  );
  return text({ status, value, context, history: Object.fromEntries(history) });
}

/** JSON with sorted keys. */
function text(value: unknown): string {
  return canonicalText(value, "state");
}

/** The result of a search, or which kind of failure ended it. */
function outcome<T>(search: () => T): T | string {
  try {
    return search();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return /Infinite loop|too many states/.exec(message)?.[0] ?? message;
  }
}
