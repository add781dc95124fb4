import type { Model } from "./model.ts";
import type { StoredStates } from "./trace.ts";
/** A part of a state whose values are counted: a byte of it, or whatever a function reads. */
export type Variable = {
    readonly kind: "byte";
    readonly name: string;
    readonly at: number;
} | {
    readonly kind: "value";
    readonly name: string;
    readonly of: (state: Int32Array) => string | number;
};
/** What to count in the states of a search. */
export interface Counted {
    readonly regions: readonly Variable[];
    readonly variables: readonly Variable[];
    /** What kind of action a number stands for. */
    readonly kindOf: (action: number) => string;
}
/** Why a state space is as large as it is, as plain data. */
export interface Statistics {
    readonly states: number;
    /** log2 of the states: as much as all variables together tell apart. */
    readonly bits: number;
    readonly regions: Ranking<VariableStatistics>;
    readonly variables: Ranking<VariableStatistics>;
    readonly actions: Ranking<ActionStatistics>;
    /** States of every level whose states are all known. */
    readonly levels: readonly number[];
    /** States behind the last of these levels: those that a limit left unexplored. */
    readonly beyond: number;
    /** By how much a level is larger than the one before, over the last few; null for one level. */
    readonly growth: number | null;
}
/** The first ones of a list, and how many were left out. */
export interface Ranking<T> {
    readonly top: readonly T[];
    readonly more: number;
}
export interface VariableStatistics {
    readonly name: string;
    /** Different values in all states; with `more`, there are more than these. */
    readonly values: number;
    readonly more: boolean;
    /** Entropy: how many of the bits that tell states apart it tells alone. */
    readonly bits: number;
}
export interface ActionStatistics {
    readonly name: string;
    /** States that were first reached by such an action. */
    readonly states: number;
}
/** The states of a search that has ended. */
export interface Searched {
    readonly store: StoredStates;
    readonly states: number;
    readonly levels: readonly number[];
}
/**
 * Says what the states of a search differ in, which actions made them, and when.
 *
 * It reads every state once: some hundred nanoseconds each, which is little beside the search.
 */
export declare function statisticsOf(model: Model<unknown, unknown>, { store, states, levels }: Searched, { regions, variables, kindOf }: Counted): Statistics;
