import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ModelError } from "../../src/checker/errors.ts";
import { explore } from "../../src/checker/explore.ts";
import type { Model } from "../../src/checker/model.ts";
import {
  actions,
  always,
  alwaysStep,
  type Edge,
  type Graph,
  graphModel,
  sometimes,
} from "./graph.ts";

/** 0 -> 1, 2; both -> 3 -> 4 -> 0: two shortest ways to 3. */
const diamond: Graph = { 0: [1, 2], 1: [3], 2: [3], 3: [4], 4: [0] };
/** Grows for ever: n -> n + 1, n + 2. */
const endless: Model<Edge> = graphModel(
  {},
  {
    successors: ([n = 0], visit) => {
      visit(`${n}>${n + 1}`, Int32Array.of(n + 1));
      visit(`${n}>${n + 2}`, Int32Array.of(n + 2));
    },
  },
);

describe("what is counted", () => {
  test("states, steps and levels of a diamond with a way back", () => {
    const { states, transitions, depth, levels, incomplete } = explore(graphModel(diamond));
    expect({ states, transitions, depth, levels, incomplete }).toEqual({
      states: 5,
      transitions: 6,
      depth: 4,
      levels: [1, 2, 1, 1],
      incomplete: null,
    });
  });

  test("two equal initial states are one state", () => {
    const initialStates = () => [Int32Array.of(4), Int32Array.of(4)];
    expect(explore(graphModel(diamond, { initialStates })).levels[0]).toBe(1);
  });

  test("a random graph has the states, steps and levels that a naive search finds", () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const { distances: _, ...expected } = naive(graph);
        expect(explore(graphModel(graph))).toMatchObject(expected);
      }),
    );
  });

  test("two runs give the same result", () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const run = () => explore(graphModel(graph), { checks: [always((n) => n < 7)] });
        expect(run()).toEqual(run());
      }),
    );
  });
});

describe("traces", () => {
  test("a violation is reached by a shortest trace, the first in the model's order", () => {
    const checks = [always((node) => node !== 3)];
    const { findings } = explore(graphModel(diamond), { checks });
    expect(actions(findings.get("always")?.path)).toEqual(["0>1", "1>3"]);
  });

  test("a violation in the initial state has a trace without steps", () => {
    const { findings } = explore(graphModel(diamond), {
      checks: [always((node) => node !== 0)],
    });
    expect(actions(findings.get("always")?.path)).toEqual([]);
  });

  test("a witness is reached by a shortest trace, and the search goes on behind it", () => {
    const checks = [sometimes((node) => node === 3)];
    const { findings, states } = explore(graphModel(diamond), { checks });
    expect(actions(findings.get("sometimes")?.path)).toEqual(["0>1", "1>3"]);
    expect(states).toBe(5);
  });

  test("a bad step is the last step of its trace, whether or not it reaches a new state", () => {
    const { findings } = explore(graphModel(diamond), { checks: [alwaysStep((e) => e !== "2>3")] });
    expect(actions(findings.get("alwaysStep")?.path)).toEqual(["0>2", "2>3"]);
  });

  test("in a random graph no trace is longer than the naive distance", () => {
    fc.assert(
      fc.property(randomGraph, fc.integer({ min: 0, max: 11 }), (graph, bad) => {
        const { findings } = explore(graphModel(graph), {
          checks: [always((node) => node !== bad)],
        });
        const length = findings.get("always")?.path?.steps.length;
        expect(length).toBe(naive(graph).distances.get(bad));
      }),
    );
  });
});

describe("deadlocks", () => {
  test("a state without successors is a deadlock, reached by a shortest trace", () => {
    const { deadlock, deadlocks } = explore(graphModel({ 0: [1, 2], 1: [2], 2: [] }));
    expect(deadlocks).toBe(1);
    expect(actions(deadlock)).toEqual(["0>2"]);
  });

  test("of two deadlocks, the nearer one is shown", () => {
    const { deadlock, deadlocks } = explore(graphModel({ 0: [1, 2], 1: [3] }));
    expect(deadlocks).toBe(2);
    expect(actions(deadlock)).toEqual(["0>2"]);
  });

  test("a terminal state without successors is not a deadlock", () => {
    const terminal = ([node]: Int32Array) => node === 2;
    expect(explore(graphModel({ 0: [1, 2] }, { terminal })).deadlocks).toBe(1);
    expect(explore(graphModel({ 0: [2] }, { terminal }))).toMatchObject({
      deadlock: null,
      deadlocks: 0,
    });
  });

  test("a state whose only step leads to itself is not a deadlock", () => {
    expect(explore(graphModel({ 0: [0] })).deadlocks).toBe(0);
  });

  test("a state that can only leave the bounds is not a deadlock", () => {
    const within = ([node = 0]: Int32Array) => node < 3;
    expect(explore({ ...endless, within })).toMatchObject({ states: 3, deadlocks: 0 });
  });
});

describe("limits", () => {
  const limited = [
    ["states", { statesMax: 10 }],
    ["depth", { depthMax: 4 }],
    ["time", { timeMax_ms: -1 }],
    ["stopped", { stopped: () => true }],
  ] as const;
  test.each(limited)("a search that ends by its limit says %s", (incomplete, limits) => {
    expect(explore(endless, { limits }).incomplete).toBe(incomplete);
  });

  test("a time limit that is hit in the middle of an endless search ends it", () => {
    expect(explore(endless, { limits: { timeMax_ms: 20 } }).incomplete).toBe("time");
  });

  test("a depth limit keeps exactly the states of that many levels", () => {
    const { states, levels, depth } = explore(endless, { limits: { depthMax: 4 } });
    expect({ states, levels, depth }).toEqual({ states: 7, levels: [1, 2, 2, 2], depth: 4 });
  });

  test("limits that are not exceeded leave the search complete", () => {
    const limits = { statesMax: 6, depthMax: 4, timeMax_ms: 60_000, stopped: () => false };
    expect(explore(graphModel(diamond), { limits })).toMatchObject({ states: 5, incomplete: null });
  });

  test("progress is told before a search can be long", () => {
    const seen: number[] = [];
    const onProgress = ({ states }: { states: number }) => seen.push(states);
    explore(endless, { limits: { statesMax: 2000 }, onProgress });
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe("promises (`continues: false`) and expected violations (`continues: true`)", () => {
  test("the search does not go on behind any state that breaks a promise", () => {
    const checks = [always((node) => node < 3)]; // 3 and 4 both break it
    const { states, incomplete } = explore(endless, { checks, limits: { statesMax: 1000 } });
    expect({ states, incomplete }).toEqual({ states: 5, incomplete: "violation" });
  });

  test("the search does not follow any step that breaks a promise", () => {
    const checks = [alwaysStep((edge) => !/>[34]$/.test(edge))];
    const { states, incomplete } = explore(endless, { checks, limits: { statesMax: 1000 } });
    expect({ states, incomplete }).toEqual({ states: 3, incomplete: "violation" });
  });

  test("the search goes on behind an expected violation, and is complete", () => {
    const state = always((node) => node !== 1, { continues: true });
    const step = alwaysStep((edge) => edge !== "0>2", { continues: true });
    const { states, incomplete } = explore(graphModel(diamond), { checks: [state, step] });
    expect({ states, incomplete }).toEqual({ states: 5, incomplete: null });
  });

  test("a check counts the states and steps it applies to, violated or not", () => {
    const state = always((node) => node < 0, { continues: true, when: (node) => node > 1 });
    const step = alwaysStep(() => false, { continues: true, when: (edge) => edge !== "4>0" });
    const { findings } = explore(graphModel(diamond), { checks: [state, step] });
    expect(findings.get("always")?.applied).toBe(3);
    expect(findings.get("alwaysStep")?.applied).toBe(5);
  });
});

describe("bounds (`within`)", () => {
  const within = ([node = 0]: Int32Array) => node < 3;

  test("a step out of the bounds is counted, the state behind it is not stored", () => {
    expect(explore({ ...endless, within })).toMatchObject({
      states: 3,
      transitions: 6, // 0>1 0>2 1>2 1>3 2>3 2>4
      levels: [1, 2],
      incomplete: null,
    });
  });

  test("a state just outside the bounds is judged, and the trace leads to it", () => {
    const checks = [always((node) => node !== 4)];
    const { findings } = explore({ ...endless, within }, { checks });
    expect(actions(findings.get("always")?.path)).toEqual(["0>2", "2>4"]);
  });
});

describe("a model that throws", () => {
  test("gives a ModelError with the cause's message and the way to the state", () => {
    const model = graphModel(diamond, {
      successors: ([node = 0], visit) => {
        if (node === 3) throw new RangeError("broken at 3");
        for (const to of diamond[node] ?? []) visit(`${node}>${to}`, Int32Array.of(to));
      },
    });
    const error = thrown(() => explore(model));
    expect(error).toBeInstanceOf(ModelError);
    const { message, path, cause } = error as ModelError<Edge>;
    expect({ message, path: actions(path) }).toEqual({
      message: "broken at 3",
      path: ["0>1", "1>3"],
    });
    expect(cause).toBeInstanceOf(RangeError);
  });

  test("`onExplored` is called once, before any step is replayed", () => {
    const calls: string[] = [];
    const model = graphModel(diamond, {
      successors: ([node = 0], visit) => {
        calls.push(`expand ${node}`);
        for (const to of diamond[node] ?? []) visit(`${node}>${to}`, Int32Array.of(to));
      },
    });
    explore(model, {
      checks: [sometimes((node) => node === 4)],
      onExplored: () => calls.push("explored"),
    });
    expect(calls.indexOf("explored")).toBe(5);
    expect(calls.lastIndexOf("explored")).toBe(5);
    expect(calls.length).toBeGreaterThan(6);
  });
});

const randomGraph: fc.Arbitrary<Graph> = fc
  .array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }), {
    minLength: 12,
    maxLength: 12,
  })
  .map((lists) => Object.fromEntries(lists.entries()));

/** A search with strings and arrays, as plain as possible. */
function naive(graph: Graph) {
  const distances = new Map([[0, 0]]);
  const levels: number[] = [];
  let transitions = 0;
  for (let level = [0]; level.length > 0; ) {
    levels.push(level.length);
    const next: number[] = [];
    for (const from of level) {
      for (const to of graph[from] ?? []) {
        transitions++;
        if (distances.has(to)) continue;
        distances.set(to, levels.length);
        next.push(to);
      }
    }
    level = next;
  }
  const deadlocks = [...distances.keys()].filter((node) => !graph[node]?.length).length;
  return { states: distances.size, transitions, levels, deadlocks, distances };
}

function thrown(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("expected an error");
}

test("with marks, a symmetry that hides a step is refused: fairness would not see it", () => {
  const model = graphModel(
    { 0: [1], 1: [0] },
    { canonical: (state) => state.fill(0), terminal: () => true },
  );
  const marks = [{ name: "mark", from: null, goal: () => false }];
  expect(() => explore(model, { marks })).toThrow(/a step leads to a symmetric state/);
  expect(explore(model).states).toBe(1);
});
