import type { GraphEdge, GraphNode, TestGraph } from "./graph.ts";
import type { GroupName } from "./suite.ts";
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
export declare function routesFor(graph: TestGraph, group: GroupName | "everything"): Routes;
