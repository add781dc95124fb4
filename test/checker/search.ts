import type { Explored } from "../../src/checker/exploration.ts";
import type { Mark, Model } from "../../src/checker/model.ts";
import { always, alwaysStep, type Edge, graphModel, sometimes } from "./graph.ts";

/** n -> 3n + 1, 7n + 5, n + 2 modulo `size`: many levels, all states reached. */
export function ring(size: number): Model<Edge> {
  const steps = [(n: number) => 3 * n + 1, (n: number) => 7 * n + 5, (n: number) => n + 2];
  return {
    ...graphModel({}),
    successors: ([n = 0], visit) => {
      for (const [i, step] of steps.entries()) visit(i, Int32Array.of(step(n) % size));
    },
    action: (number) => `step ${number}`,
  };
}

export const checks = [
  always((node) => node % 7 !== 6, { continues: true }),
  sometimes((node) => node === 33),
  alwaysStep((edge) => !edge.endsWith("9"), { continues: true }),
];
export const marks: Mark<Int32Array>[] = [
  { name: "often", from: null, goal: ([n = 0]) => n % 3 === 0 },
  { name: "answer", from: ([n = 0]) => n % 5 === 1, goal: ([n = 0]) => n === 0 },
];

/** Everything that a search found, as plain data; how large its table has grown may differ. */
export function plain<A>({
  store,
  marks: columns,
  graph,
  bytes: _,
  ...rest
}: Explored<A>): unknown {
  const state = new Int32Array(store.words);
  const stored = Array.from({ length: store.size }, (_, id) => {
    store.read(id, state);
    return [...state, store.parent(id), store.action(id)].join();
  });
  return {
    ...rest,
    stored: stored.join(" "),
    graph: graph && [graph.initials, ...[graph.first, graph.target, graph.action].map(String)],
    marks: marks.flatMap((_, i) => [
      columns.begins(i, store.size).join(),
      columns.goals(i, store.size).join(),
    ]),
  };
}
