import { describe, expect, test } from "vitest";
import { explore } from "../../src/checker/explore.ts";
import type { Check, Model } from "../../src/checker/model.ts";
import { ReplayError } from "../../src/checker/trace.ts";
import { graphModel, numbered, sometimes } from "./graph.ts";

describe("symmetry (`canonical`)", () => {
  interface Add {
    readonly type: "add";
    readonly to: number;
  }
  /** Three counters up to 2; one may only be raised while no other is ahead of it by two. */
  const counters: Model<Add> = numbered<Add>({
    words: 3,
    initialStates: () => [Int32Array.of(0, 0, 0)],
    successors: (state, visit) => {
      for (let to = 0; to < 3; to++) {
        const value = state[to] ?? 0;
        if (value < 2) visit({ type: "add", to }, state.with(to, value + 1));
      }
    },
    view: (state) => state,
    terminal: (state) => state.every((value) => value === 2),
  });
  const sorted: Model<Add> = { ...counters, canonical: (state) => state.sort() };
  const is012 = (state: Int32Array) => state.toSorted().join() === "0,1,2";
  const bad: Check<Add> = {
    kind: "always",
    name: "bad",
    continues: true,
    judge: (state) => (is012(state) ? "bad" : "good"),
  };

  test("one state of each class is stored: 10 multisets instead of 27 triples", () => {
    expect(explore(counters).states).toBe(27);
    expect(explore(sorted)).toMatchObject({ states: 10, depth: 7, deadlocks: 0 });
  });

  test("a trace is a run of the plain model: each step changes the counter that it names", () => {
    const path = explore(sorted, { checks: [bad] }).findings.get("bad")?.path;
    let before = path?.initial ?? new Int32Array(3);
    for (const { action, state } of path?.steps ?? []) {
      expect([...state]).toEqual([...before.with(action.to, (before[action.to] ?? 0) + 1)]);
      before = state;
    }
    expect(path?.steps.length).toBe(3);
    expect(is012(before)).toBe(true);
  });

  test("a trace begins in the model's own initial state, not in the one that stands for it", () => {
    const initial = Int32Array.of(1, 0, 0); // sorted it is 0, 0, 1
    const model = { ...sorted, initialStates: () => [initial] };
    const path = explore(model, { checks: [bad] }).findings.get("bad")?.path;
    expect([...(path?.initial ?? [])]).toEqual([1, 0, 0]);
    expect(path?.steps.map(({ state }) => [...state])).toEqual([
      [1, 1, 0], // found first; by way of 2, 0, 0 it is as short
      [1, 2, 0], // by the action that was found, though 2, 1, 0 is as good
    ]);
  });

  test("a bad step is replayed on plain states, too", () => {
    const step: Check<Add> = {
      kind: "alwaysStep",
      name: "bad",
      continues: true,
      judge: ({ after }) => (is012(after) ? "bad" : "good"),
    };
    const path = explore(sorted, { checks: [step] }).findings.get("bad")?.path;
    expect(is012(path?.steps.at(-1)?.state ?? new Int32Array(3))).toBe(true);
    expect(path?.steps.length).toBe(3);
  });

  test("a canonical form that is no symmetry of the model is noticed when a trace is replayed", () => {
    const canonical = (state: Int32Array) => (state[0] === 1 ? state.fill(2) : state);
    const model = graphModel({ 0: [1], 1: [3], 2: [4] }, { canonical }); // 1 cannot go to 4
    const reach = () => explore(model, { checks: [sometimes((node) => node === 4)] });
    expect(reach).toThrow(ReplayError);
    expect(reach).toThrow(/cannot be replayed/);
  });
});
