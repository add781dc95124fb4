import type { Found, Place } from "./judge.ts";
import type { Model } from "./model.ts";
import type { StateStore } from "./store.ts";
/** Everything that a search needs to go on as if it had never stopped. */
export interface SearchState {
    readonly store: StateStore;
    /** The next state to expand. */
    readonly next: number;
    /** Where the last level that is being expanded ends, and the sizes of all levels up to it. */
    readonly levelEnd: number;
    readonly levels: readonly number[];
    readonly transitions: number;
    readonly deadlocks: number;
    readonly deadlock: Place | null;
    readonly found: ReadonlyMap<string, Found>;
    /** States behind which the search does not go on. */
    readonly closed: Int32Array;
    readonly pruned: boolean;
    /** How many of the first states are initial. */
    readonly initials: number;
    readonly marks: {
        readonly columns: readonly Uint8Array[];
    };
    /** What the model has counted, see `Model.counters`. */
    readonly counters: readonly Float64Array[];
    /** What words refer to, see `Model.references`; empty when the model has none. */
    readonly references: readonly unknown[];
}
/** A search cannot go on from a checkpoint, or a checkpoint cannot be written. */
export declare class CheckpointError extends Error {
    readonly name = "CheckpointError";
}
/**
 * Gives a model what it knew when the search stopped.
 *
 * @throws CheckpointError when the model is not the one that was searched
 */
export declare function restoreModel(model: Model<unknown, unknown>, state: SearchState): void;
