import type { StateGraph } from "./graph.ts";
/** Two graphs in which each step of a state has a label of its own, and what an observer sees. */
export interface ObservedGraphs {
    readonly graphs: readonly [one: StateGraph, other: StateGraph];
    /** What an observer sees of a step: equal numbers for equal steps, in both graphs. */
    readonly label: (graph: 0 | 1, edge: number) => number;
    /** Whether an observer sees the same in a state of the one graph and a state of the other. */
    readonly same: (one: number, other: number) => boolean;
}
/** Whether an observer can tell two graphs apart. */
export type Bisimulation = {
    readonly bisimilar: true;
    /** Pairs of states that had to be compared. */
    readonly pairs: number;
} | {
    readonly bisimilar: false;
    /** The labels of the steps to where the difference shows, one by one. */
    readonly steps: readonly number[];
};
/**
 * Decides whether two graphs are bisimilar, by the method of Hopcroft and Karp: what is reached by
 * the same steps must look the same and allow the same steps. States that must be bisimilar are
 * merged, so that at most as many pairs are compared as there are states.
 *
 * No two steps of a state have the same label; then bisimilarity is all that there is to see.
 *
 * @throws AssertionError when the graphs have different numbers of initial states
 */
export declare function bisimulate({ graphs, label, same }: ObservedGraphs): Bisimulation;
