import { describe, expect, test } from "vitest";
import { type KexecModel, kexecModel } from "../../src/model/model.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import { emitModule } from "../../src/xstate/compile/compiled.ts";
import { type ExploredGraph, exploreGraph } from "../../src/xstate/explored-graph.ts";
import type { EventLike, GivenState } from "../../src/xstate/options.ts";
import { dieHard } from "./models/die-hard.ts";
import type { PortedModel } from "./models/model.ts";
import { peterson } from "./models/peterson.ts";
import { twoPhaseBytes } from "./models/two-phase-bytes.ts";
import { twoPhaseRegions } from "./models/two-phase-regions.ts";
import { acting, refusal } from "./refusal.ts";

const engines = ["compiled", "interpreter"] as const;

/** Contexts that are numbered, none at all, and bytes; with and without symmetry. */
const table: readonly [string, () => unknown][] = [
  ["DieHard", dieHard],
  ["Peterson", peterson],
  ["TwoPhase in bytes, symmetry", () => twoPhaseBytes(3, true)],
  ["TwoPhase, symmetry of regions", () => twoPhaseRegions(4, true)],
  ["the world region, symmetry of frames", () => kexec("region")],
  ["the world panic", () => kexec("panic")],
];

describe("from a later state the search finds what the whole graph has behind it", () => {
  test.each(table)("%s", (_name, port) => {
    const { machine, options } = port() as PortedModel<unknown, EventLike>; // only run, never read
    const whole = exploreGraph(machine, options) ?? expect.fail("no graph");
    const { states } = whole.graph;
    for (const state of [1, states >> 2, states >> 1, states - 1]) {
      const from = stateOf(whole, state);
      const expected = behind(whole, state);
      for (const engine of options.symmetry ? (["compiled"] as const) : engines) {
        const { properties: _, ...rest } = options; // a violation would end a search
        const found = checkMachine(machine, { ...rest, engine, from });
        expect([engine, found.states, found.transitions]).toEqual([engine, ...expected]);
      }
    }
  });
});

describe.each(engines)("a trace from a later state, %s,", (engine) => {
  const { machine, options } = dieHard();
  const from = { value: "pouring", context: { big: 2, small: 0 } };

  test("begins there and is shortest", () => {
    const { verdicts } = checkMachine(machine, { ...options, engine, from });
    const { trace } = verdicts.find(({ trace: one }) => one !== null) ?? expect.fail("no trace");
    expect(trace?.initial.context).toEqual({ big: 2, small: 0 });
    expect(trace?.steps.map(({ event }) => event.type)).toEqual([
      "pourBigIntoSmall",
      "fillBig",
      "pourBigIntoSmall",
    ]);
  });

  test("begins in the plain state, not in the one that stands for it", () => {
    const { machine: phases, options: symmetric } = twoPhaseBytes(3, true);
    const bytes = Uint8Array.of(1, 2 | 8, 1, 0, 0, 0, 0, 0); // sorted it would be 10, 1, 1
    const result = checkMachine(phases, {
      ...symmetric,
      engine,
      from: { value: "running", context: { bytes } },
      properties: [
        {
          kind: "sometimes",
          name: "received",
          statement: "The manager hears of one that is prepared.",
          holds: ({ context }) => context.bytes.some((byte) => (byte & 16) !== 0),
        },
      ],
    });
    const { trace } = result.verdicts[0] ?? expect.fail("no verdict");
    expect(trace?.initial.context.bytes).toEqual(bytes);
    expect(trace?.steps.map(({ event }) => event)).toEqual([{ type: "tmReceive", rm: 1 }]);
  });
});

test("a module that was emitted for the whole machine fits from any state", () => {
  const { machine, options } = kexec("region");
  const whole = exploreGraph(machine, options) ?? expect.fail("no graph");
  const from = stateOf(whole, whole.graph.states >> 1);
  expect(emitModule(machine, { ...options, from })).toBe(emitModule(machine, options));
});

describe("refused is", () => {
  const machine = acting([]);

  test("a second beginning", () => {
    const from = { value: "ready", context: {} };
    expect(refusal(machine, { from, inputs: [1] })).toBe(
      "expected `from` alone, got it together with `inputs`",
    );
    expect(refusal(machine, { from, onCheckpoint: { every_ms: 1, save: () => {} } })).toBe(
      "expected `from` alone, got it together with `onCheckpoint`",
    );
  });

  test.each(engines)("a state that the machine has not, %s", (engine) => {
    const from = { value: { ready: "steady" }, context: {} };
    expect(refusal(machine, { from, engine })).toMatch(
      /^the search cannot begin in {"ready":"steady"}: .*steady/,
    );
    expect(refusal(machine, { from: { value: "steady", context: {} }, engine })).toMatch(
      /^the search cannot begin in "steady": .*steady/,
    );
  });
});

function kexec(name: string): KexecModel {
  const world = worldsOf("quick", "seed").find((one) => one.name === name);
  return kexecModel(world ?? expect.fail(`no world ${name}`));
}

function stateOf<C>(explored: ExploredGraph<C, unknown>, state: number): GivenState<C> {
  const { context, configuration } = explored.view(state);
  return { value: configuration.value, context: structuredClone(context) };
}

/** The states that can be reached from one of a graph, and the steps that leave them. */
function behind({ graph }: ExploredGraph<unknown, unknown>, state: number): number[] {
  const seen = new Set([state]);
  let steps = 0;
  for (const at of seen) {
    const last = graph.first[at + 1] ?? 0;
    for (let edge = graph.first[at] ?? 0; edge < last; edge++, steps++) {
      seen.add(graph.target[edge] ?? 0);
    }
  }
  return [seen.size, steps];
}
