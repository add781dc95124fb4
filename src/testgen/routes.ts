import type { GraphEdge, GraphNode, TestGraph } from "./graph.ts";
import type { GroupName } from "./suite.ts";

/** What a group's tests may need beside one caller. */
const allowed: Record<GroupName, readonly GroupName[]> = {
  caller: [],
  allocator: ["allocator"],
  policy: ["policy"],
  "two-callers": ["two-callers"],
  faults: ["allocator", "faults"],
  kills: ["allocator", "kills"],
  doors: ["doors", "two-callers", "faults", "kills"],
  hotplug: ["doors", "hotplug"],
  reboots: ["doors", "reboots", "two-callers", "faults"],
  panics: ["doors", "panics", "two-callers", "faults"],
};

/** Shortest ways from the initial state and to an end, in the part of a graph that a group may use. */
export interface Routes {
  /** The edges that the group may take, from reachable nodes from which a way leads to an end. */
  readonly edges: readonly GraphEdge[];
  /** Steps of a shortest test through a node: there and to an end; Infinity when there is none. */
  readonly there: (node: GraphNode) => number;
  readonly toEnd: (node: GraphNode) => number;
  readonly wayTo: (node: GraphNode) => GraphEdge[];
  readonly wayToEnd: (node: GraphNode) => GraphEdge[];
}

export function routesFor(graph: TestGraph, group: GroupName | "everything"): Routes {
  const may = (edge: GraphEdge): boolean =>
    group === "everything" || edge.needs.every((need) => allowed[group].includes(need));
  const forward = search(
    graph.nodes.slice(0, 1),
    ({ out }) => out.filter(may),
    ({ to }) => to,
  );
  const ends = graph.nodes.filter((node) => node.end);
  const backward = search(
    ends,
    (node) => node.in.filter(may),
    ({ from }) => from,
  );
  const there = (node: GraphNode): number => forward.distance.get(node) ?? Infinity;
  const toEnd = (node: GraphNode): number => backward.distance.get(node) ?? Infinity;
  return {
    edges: graph.edges.filter((edge) => may(edge) && there(edge.from) + toEnd(edge.to) < Infinity),
    there,
    toEnd,
    wayTo: (node) => {
      const way: GraphEdge[] = [];
      for (let edge = forward.via.get(node); edge; edge = forward.via.get(edge.from)) {
        way.unshift(edge);
      }
      return way;
    },
    wayToEnd: (node) => {
      const way: GraphEdge[] = [];
      for (let edge = backward.via.get(node); edge; edge = backward.via.get(edge.to)) {
        way.push(edge);
      }
      return way;
    },
  };
}

interface Search {
  readonly distance: ReadonlyMap<GraphNode, number>;
  readonly via: ReadonlyMap<GraphNode, GraphEdge>;
}

function search(
  starts: readonly GraphNode[],
  next: (node: GraphNode) => readonly GraphEdge[],
  end: (edge: GraphEdge) => GraphNode,
): Search {
  const distance = new Map(starts.map((node) => [node, 0]));
  const via = new Map<GraphNode, GraphEdge>();
  const queue = [...starts];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i];
    if (!node) break;
    for (const edge of next(node)) {
      const reached = end(edge);
      if (distance.has(reached)) continue;
      distance.set(reached, (distance.get(node) ?? 0) + 1);
      via.set(reached, edge);
      queue.push(reached);
    }
  }
  return { distance, via };
}
