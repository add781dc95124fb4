import type { StateGraph } from "../graph.ts";
import type { FairSet } from "./fair-set.ts";
/**
 * A fair loop from one member of a fair set, not always a shortest one, in time and memory linear in
 * the set for each class: as long as a class is owed something, the loop goes the shortest way to a
 * step that pays, and at last the shortest way back. A strong class enabled anywhere in the set is
 * taken, even where a loop could avoid it.
 *
 * @param start a member in which no run can stutter fairly
 * @returns the members, `start` at both ends
 */
export declare function greedyLoop(graph: StateGraph, set: FairSet, start: number): number[];
