import type { StateGraph } from "./graph.ts";
import type { Lasso, LivenessClaim } from "./liveness/claim.ts";
export type { FairClass, Lasso, LivenessClaim, Walk } from "./liveness/claim.ts";
/**
 * A fair run that breaks a claim, or null if there is none: the claim holds.
 *
 * Runs are TLA+'s behaviours: a run may stay in any state for ever unless fairness forbids it, and
 * does so in a state without successors. An edge back to its own state is such a stay, no step of
 * its action. Of all runs that break the claim this is one with the shortest stem, and of those one
 * with the shortest loop (`shortest` is false if that was too much to find out). Steps along the
 * stem come from the lowest state that they can come from. The same graph gives the same run.
 *
 * The graph must be complete: a state that was not expanded looks like one without successors.
 *
 * Complete, not on the fly: everything is decided on the stored graph, in typed arrays, in some
 * 50 bytes a state besides the edges, and in time linear in the edges for each strong class. In
 * return no run is missed and lassos can be shortest, which a nested depth-first search cannot
 * promise. It must agree with `test/checker/liveness/naive.ts`, which tries every set of states and
 * every short run of small graphs.
 */
export declare function findLasso(graph: StateGraph, claim: LivenessClaim): Lasso | null;
