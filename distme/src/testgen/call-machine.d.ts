import type { GraphEdge, GraphNode, TestGraph } from "./graph.ts";
/**
 * A world as one caller sees it who makes one call after the other: a Mealy machine.
 *
 * Its states are those in which nothing is under way. An input is a whole call or write with what
 * goes wrong in it, and the output what it returns and what can be seen after it. Not every state
 * takes every input: what goes wrong in a call must be met by it.
 */
export interface CallMachine {
    /** Those that can be reached, breadth first; the first is the initial one. */
    readonly states: readonly CallState[];
}
export interface CallState {
    readonly node: GraphNode;
    /** What can be seen in it. */
    readonly signature: string;
    /** One for each input that the state takes. */
    readonly out: ReadonlyMap<string, Call>;
    /** The fewest calls that lead from the initial state to this one. */
    readonly access: readonly Call[];
}
/** A transition of the machine. */
export interface Call {
    readonly input: string;
    readonly output: string;
    /** Index of the state that it leads to. */
    readonly to: number;
    /** Its steps in the world's graph. */
    readonly run: readonly GraphEdge[];
}
/** @param usable the edges that calls may take; at most one thing goes wrong in a call */
export declare function callMachine(graph: TestGraph, usable: ReadonlySet<GraphEdge>): CallMachine;
/** Cuts a run from the initial state into its calls, as far as it has whole ones. */
export declare function inputsOf(graph: TestGraph, run: readonly GraphEdge[]): string[];
