import { type StateGraph } from "./graph.ts";
import type { Model } from "./model.ts";
import type { StateStore } from "./store.ts";
/** The graph of a search that has stored every reachable state, by taking every step again. */
export declare function graphOf<Action>(model: Model<Action, unknown>, store: StateStore, initials: number): StateGraph;
