import fc from "fast-check";
import { expect, test } from "vitest";
import type { StateGraph } from "../../../src/checker/graph.ts";
import { classMasks } from "../../../src/checker/liveness/classes.ts";
import { Components } from "../../../src/checker/liveness/components.ts";
import { fairSet } from "../../../src/checker/liveness/fair-set.ts";
import { fairSets } from "../../../src/checker/liveness/fair-sets.ts";
import { greedyLoop } from "../../../src/checker/liveness/greedy-loop.ts";
import { findLasso, type LivenessClaim } from "../../../src/checker/liveness.ts";
import { faultsOf, mutuallyReachable, naiveLengths, unfairTo } from "./naive.ts";
import { claimOf, graphOf } from "./notation.ts";
import { randomCase, shuffled } from "./random-graph.ts";

test("a lasso is found if and only if there is one, and it is a shortest one", () => {
  fc.assert(
    fc.property(randomCase, ({ graph, claim }) => {
      const lasso = findLasso(graph, claim);
      expect(lasso && { stem: lasso.stem.actions.length, loop: lasso.loop.actions.length }).toEqual(
        naiveLengths(graph, claim),
      );
      if (lasso) expect(faultsOf(graph, claim, lasso)).toEqual([]);
      expect(lasso?.shortest ?? true).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("stems do not depend on the order of edges in a row", () => {
  fc.assert(
    fc.property(randomCase, fc.infiniteStream(fc.nat()), ({ graph, claim }, numbers) => {
      const other = findLasso(shuffled(graph, numbers), claim);
      expect(other?.stem).toEqual(findLasso(graph, claim)?.stem);
    }),
    { numRuns: 500 },
  );
});

/** Whether the greedy loop from every state in which no run can stay is a fair loop in its set. */
function expectGreedyLoops({ graph, claim }: { graph: StateGraph; claim: LivenessClaim }): void {
  const masks = classMasks(claim.fairness);
  const states = Int32Array.from({ length: graph.states }, (_, state) => state);
  const sets = fairSets(
    graph,
    masks,
    states.filter((state) => !claim.goal[state]),
  );
  for (const [start, number] of sets.entries()) {
    if (number === 0 || unfairTo(graph, claim.fairness, [start]).length === 0) continue;
    const set = fairSet(graph, masks, { sets, number });
    const members = greedyLoop(graph, set, set.memberOf[start] ?? -1);
    const loop = members.map((member) => set.states[member] ?? -1);
    expect([loop[0], unfairTo(graph, claim.fairness, loop)]).toEqual([start, []]);
    expect(loop.every((state) => sets[state] === number)).toBe(true);
  }
}

test("from every state of a fair set, the greedy loop is a fair loop in the set", () => {
  fc.assert(fc.property(randomCase, expectGreedyLoops), { numRuns: 1000 });
  const star = graphOf("0a1 1b0 0c2 2d0 0e3 3f0"); // every class is disabled on the way
  expectGreedyLoops({ graph: star, claim: claimOf("SF(a) SF(c) SF(e) WF(ace)", { goal: [] }) });
});

test("states are in one component if and only if each can be reached from the other", () => {
  fc.assert(
    fc.property(randomCase, ({ graph }) => {
      const states = Int32Array.from({ length: graph.states }, (_, i) => i);
      const components = new Components(graph, graph.states);
      const found = new Int32Array(graph.states);
      components.search(states, new Uint8Array(graph.states).fill(1), found);
      for (const state of states) {
        const same = states.filter((other) => components.of[other] === components.of[state]);
        const mutual = states.filter((other) => mutuallyReachable(graph, other, state));
        expect(same).toEqual(mutual);
      }
      expect([...found].sort()).toEqual([...states]);
      const changes = found.filter(
        (s, i) => components.of[s] !== components.of[found[i - 1] ?? -1],
      );
      expect(changes.length).toBe(new Set(components.of).size); // members are next to each other
    }),
    { numRuns: 500 },
  );
});
