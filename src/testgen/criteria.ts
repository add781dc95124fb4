import { literalName, taskOf } from "../model/compose.ts";
import { isAtEnd } from "../model/machine-state.ts";
import type { GraphEdge, TestGraph } from "./graph.ts";
import { hsi } from "./hsi.ts";
import type { Routes } from "./routes.ts";

/** A criterion of coverage: what a run covers, and for each such item a short run that does. */
export interface Criterion {
  /** Everything that a run covers. */
  readonly itemsOf: (run: readonly GraphEdge[], graph: TestGraph) => readonly string[];
  /** For every item that the routes can cover, a shortest run from the start to an end. */
  readonly candidates: (
    routes: Routes,
    graph: TestGraph,
  ) => ReadonlyMap<string, readonly GraphEdge[]>;
}

export const criterionNames = ["transitions", "pairs", "paths", "states", "hsi"] as const;
export type CriterionName = (typeof criterionNames)[number];

/** Keeps the shortest run for each item. */
class Shortest {
  readonly #best = new Map<string, { length: number; run: () => readonly GraphEdge[] }>();

  offer(item: string, length: number, run: () => readonly GraphEdge[]): void {
    const known = this.#best.get(item);
    if (!known || length < known.length) this.#best.set(item, { length, run });
  }

  runs(): Map<string, readonly GraphEdge[]> {
    return new Map([...this.#best].map(([item, { run }]) => [item, run()]));
  }
}

function through(routes: Routes, ...middle: readonly GraphEdge[]): readonly GraphEdge[] {
  const first = middle[0];
  const last = middle.at(-1);
  if (!first || !last) return [];
  return [...routes.wayTo(first.from), ...middle, ...routes.wayToEnd(last.to)];
}

/** Every transition of the statechart, every refused request, every step of a killed task. */
const transitions: Criterion = {
  itemsOf: (run) => run.flatMap((edge) => [...edge.transitions, ...edge.marks]),
  candidates: (routes) => {
    const shortest = new Shortest();
    for (const edge of routes.edges) {
      const length = routes.there(edge.from) + 1 + routes.toEnd(edge.to);
      for (const item of [...edge.transitions, ...edge.marks]) {
        shortest.offer(item, length, () => through(routes, edge));
      }
    }
    return shortest.runs();
  },
};

/** Every transition right after every other one after which it can come (1-switch). */
const pairs: Criterion = {
  itemsOf: (run) =>
    run.slice(1).map((edge, i) => {
      const before = run[i];
      return before ? pairOf(before, edge) : "";
    }),
  candidates: (routes) => {
    const shortest = new Shortest();
    const usable = new Set(routes.edges);
    for (const first of routes.edges) {
      for (const second of first.to.out) {
        if (!usable.has(second)) continue;
        const length = routes.there(first.from) + 2 + routes.toEnd(second.to);
        shortest.offer(pairOf(first, second), length, () => through(routes, first, second));
      }
    }
    return shortest.runs();
  },
};

function pairOf(first: GraphEdge, second: GraphEdge): string {
  return `${first.transitions.at(-1)} > ${second.transitions[0]}`;
}

/** Every state of the statechart. */
const states: Criterion = {
  itemsOf: (run) => run.flatMap((edge) => leavesOf(edge)),
  candidates: (routes) => {
    const shortest = new Shortest();
    for (const edge of routes.edges) {
      const length = routes.there(edge.from) + 1 + routes.toEnd(edge.to);
      for (const item of leavesOf(edge)) shortest.offer(item, length, () => through(routes, edge));
    }
    return shortest.runs();
  },
};

function leavesOf(edge: GraphEdge): readonly string[] {
  return edge.to.state.configuration.leaves.map(literalName);
}

/** Every path of one call through the statechart that enters no state twice, per request. */
const paths: Criterion = {
  itemsOf: (run) => callsOf(run).map(pathOf),
  candidates: (routes) => {
    const shortest = new Shortest();
    const usable = new Set(routes.edges);
    const follow = (path: readonly GraphEdge[], seen: ReadonlySet<string>): void => {
      const last = path.at(-1);
      if (!last) return;
      if (last.event.type === "sys_exit" || isAtEnd(last.to.state)) {
        const first = path[0];
        const length = first ? routes.there(first.from) + path.length + routes.toEnd(last.to) : 0;
        shortest.offer(pathOf(path), length, () => through(routes, ...path));
        return;
      }
      const here = leavesOf(last).join();
      if (seen.has(here)) return;
      for (const edge of last.to.out) {
        const own = taskOf(edge.event) === 0 || edge.event.type === "relocate_kernel";
        if (own && usable.has(edge)) follow([...path, edge], new Set([...seen, here]));
      }
    };
    for (const edge of routes.edges) {
      if (entryOf(edge) !== null && taskOf(edge.event) === 0) follow([edge], new Set());
    }
    return shortest.runs();
  },
};

/** The calls of a run in which one call runs at a time. */
function callsOf(run: readonly GraphEdge[]): GraphEdge[][] {
  const calls: GraphEdge[][] = [];
  for (const edge of run) {
    if (entryOf(edge) !== null) calls.push([]);
    const own = "task" in edge.event || edge.event.type === "relocate_kernel";
    if (own) calls.at(-1)?.push(edge);
  }
  return calls;
}

function pathOf(call: readonly GraphEdge[]): string {
  const [first] = call;
  const entry = first ? entryOf(first) : null;
  return [entry ?? "", ...call.flatMap((edge) => edge.transitions)].join(" > ");
}

/** What a call asks for, if the edge begins one. */
function entryOf({ event }: GraphEdge): string | null {
  if ("request" in event) return `request ${event.request}`;
  return "call" in event ? `call ${event.call}` : null;
}

export const criteria: Record<CriterionName, Criterion> = {
  transitions,
  pairs,
  paths,
  states,
  hsi,
};
