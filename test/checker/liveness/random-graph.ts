import fc from "fast-check";
import type { StateGraph } from "../../../src/checker/graph.ts";
import type { FairClass, LivenessClaim } from "../../../src/checker/liveness.ts";
import { type Edge, edgesOf, graphFrom } from "./notation.ts";

const actions = 4;

/** Small enough for the naive search, dense enough for loops within loops. */
export const randomCase: fc.Arbitrary<{ graph: StateGraph; claim: LivenessClaim }> = fc
  .integer({ min: 1, max: 6 })
  .chain((states) => {
    const state = fc.integer({ min: 0, max: states - 1 });
    const edge: fc.Arbitrary<Edge> = fc.tuple(state, fc.nat({ max: actions - 1 }), state);
    const goal = flags(states, fc.constantFrom(0, 0, 0, 1));
    const from = fc.option(flags(states, fc.constantFrom(0, 1)));
    return fc
      .record({
        edges: fc.array(edge, { maxLength: 3 * states }),
        initials: fc.integer({ min: 1, max: states }),
        goal,
        from,
        fairness: fc.array(fairClass, { maxLength: 4 }),
      })
      .map(({ edges, initials, ...claim }) => ({
        graph: graphFrom(edges, { states, initials }),
        claim: { name: "claim", ...claim },
      }));
  });

/** The same graph, the edges of each row in another order. */
export function shuffled(graph: StateGraph, numbers: Iterator<number>): StateGraph {
  const edges = edgesOf(graph)
    .map((edge) => ({ edge, at: numbers.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ edge }) => edge);
  return graphFrom(edges, graph);
}

const fairClass: fc.Arbitrary<FairClass> = fc
  .record({
    strength: fc.constantFrom<FairClass["strength"]>("weak", "strong"),
    member: flags(actions, fc.constantFrom(0, 0, 1)),
  })
  .map((fair) => ({ ...fair, name: `${fair.strength} ${fair.member.join("")}` }));

function flags(length: number, flag: fc.Arbitrary<number>): fc.Arbitrary<Uint8Array> {
  return fc
    .array(flag, { minLength: length, maxLength: length })
    .map((values) => Uint8Array.from(values));
}
