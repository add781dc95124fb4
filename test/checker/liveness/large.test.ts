import { describe, expect, test } from "vitest";
import { EdgeRecorder, type StateGraph } from "../../../src/checker/graph.ts";
import { classMasks } from "../../../src/checker/liveness/classes.ts";
import { fairSet } from "../../../src/checker/liveness/fair-set.ts";
import { LoopSearch } from "../../../src/checker/liveness/loop-search.ts";
import { type FairClass, findLasso } from "../../../src/checker/liveness.ts";
import { claimOf } from "./notation.ts";

const states = 300_000;

/** A chain of states, each with steps to those that `targets` gives, by actions 0, 1, ... */
function large(count: number, targets: (state: number) => readonly number[]): StateGraph {
  const recorder = new EdgeRecorder();
  for (let state = 0; state < count; state++) {
    recorder.beginState(state);
    for (const [action, target] of targets(state).entries()) recorder.edge(action, target);
  }
  return recorder.finish(count, 1);
}

function classes(strength: FairClass["strength"], count: number): FairClass[] {
  return Array.from({ length: count }, (_, action) => ({
    strength,
    name: `${strength} ${action}`,
    member: Uint8Array.from({ length: count }, (_, other) => (other === action ? 1 : 0)),
  }));
}

describe("graphs that no recursion could go down", () => {
  const weak = classes("weak", 1);

  test("a chain ends in its last state", () => {
    const chain = large(states, (state) => (state + 1 < states ? [state + 1] : []));
    const lasso = findLasso(chain, claimOf(weak, { goal: [] }));
    expect([lasso?.stem.actions.length, lasso?.loop.actions.length]).toEqual([states - 1, 0]);
    expect(findLasso(chain, claimOf(weak, { goal: [states - 1] }))).toBeNull();
  });

  test("a ring is one loop", () => {
    const ring = large(states, (state) => [(state + 1) % states]);
    const lasso = findLasso(ring, claimOf(weak, { goal: [] }));
    expect([lasso?.stem.actions.length, lasso?.loop.actions.length]).toEqual([0, states]);
    expect(lasso?.shortest).toBe(true);
  });
});

describe("more classes than bits of a word", () => {
  /** A ring in which the step out of each state is an action of its own. */
  const ring = (count: number) =>
    large(count, (state) => [...new Array(state).fill(state), (state + 1) % count]);

  test.each([0, 31, 32, 38])("without the weak class %i of 39 a run may stay there", (missing) => {
    const all = classes("weak", 39);
    const claim = claimOf(all, { goal: [39] });
    expect(findLasso(ring(40), claim)).toBeNull();
    const fairness = all.filter((_, index) => index !== missing);
    expect(findLasso(ring(40), { ...claim, fairness })).toMatchObject({
      stem: { states: Array.from({ length: missing + 1 }, (_, state) => state) },
      loop: { states: [missing], actions: [] },
    });
  });

  test("a loop that owes 40 strong classes is fair, and says that it may not be shortest", () => {
    const lasso = findLasso(ring(40), claimOf(classes("strong", 40), { goal: [] }));
    expect([lasso?.loop.actions.length, lasso?.shortest]).toEqual([40, false]);
  });

  test("only the classes that are enabled in the loop's set count", () => {
    const all = [...classes("strong", 3), ...classes("weak", 60).slice(3)];
    const lasso = findLasso(ring(3), claimOf(all, { goal: [] }));
    expect([lasso?.loop.actions.length, lasso?.shortest]).toEqual([3, true]);
  });
});

test("a search for the shortest loop that sees too many places gives up, and can be used again", () => {
  const ring = large(100, (state) => [(state + 1) % 100]);
  const masks = classMasks(classes("strong", 1));
  const set = fairSet(ring, masks, { sets: new Int32Array(100).fill(1), number: 1 });
  const search = new LoopSearch(ring, set, 50);
  expect([search.from(0, Infinity), search.from(0, 49)]).toEqual(["unaffordable", null]);
  expect(new LoopSearch(ring, set, 100).from(0, Infinity)).toHaveLength(101);
});
