import type { KexecEvent } from "../../machines/events.ts";
import { type Layout } from "../memory/layout.ts";
import type { KexecState, Simulation } from "../model/simulation.ts";
import type { GroupName } from "./suite.ts";
/** A state of a world's graph; states that differ by symmetry only are one node. */
export interface GraphNode {
    readonly index: number;
    /** The plain state that it was first reached in. */
    readonly state: KexecState;
    /** Whether a test may end here: with everything given back, or where nothing can be. */
    readonly end: boolean;
    readonly out: GraphEdge[];
    readonly in: GraphEdge[];
}
export interface GraphEdge {
    readonly from: GraphNode;
    readonly to: GraphNode;
    readonly event: KexecEvent;
    /** Keys of the literals' transitions. */
    readonly transitions: readonly string[];
    /** What else a suite of transitions does once: every refusal, every step of a killed task. */
    readonly marks: readonly string[];
    /** What a test with this step needs, beside one caller. */
    readonly needs: readonly GroupName[];
}
/** The whole graph of one world; node 0 is the initial state. */
export interface TestGraph {
    readonly simulation: Simulation;
    readonly nodes: readonly GraphNode[];
    readonly edges: readonly GraphEdge[];
}
/** Identifies a state up to symmetry. */
export declare function stateKey(layout: Layout, state: KexecState): string;
/** Explores a world breadth first and keeps every node and edge. */
export declare function buildGraph(simulation: Simulation): TestGraph;
