import type { StateGraph } from "./graph.ts";
import type { MarkReader } from "./marks.ts";
import type { Check, Limits, Mark } from "./model.ts";
import type { SearchState } from "./search-state.ts";
import type { StateStore } from "./store.ts";
import type { Path } from "./trace.ts";
/** Why a search ended before every reachable state was seen; null when it is complete. */
export type Incomplete = "states" | "depth" | "time" | "memory" | "stopped" | "violation" | null;
/** Whether a limit, or a wish to stop, ended a search. */
export declare function isLimit(why: Incomplete): boolean;
/** What became of one check. */
export interface Finding<Action> {
    /** States or steps on which the check had something to say. */
    readonly applied: number;
    /** `always`, `alwaysStep`: a shortest way to a violation. `sometimes`: to a witness. */
    readonly path: Path<Action> | null;
}
export interface Exploration<Action> {
    readonly states: number;
    /** Steps taken, counted once per (state, action). */
    readonly transitions: number;
    /** Levels of the breadth-first search; the initial states are level 1. */
    readonly depth: number;
    /** New states per level. */
    readonly levels: readonly number[];
    readonly findings: ReadonlyMap<string, Finding<Action>>;
    /** A shortest way to a state that has no successor and is not declared terminal. */
    readonly deadlock: Path<Action> | null;
    readonly deadlocks: number;
    readonly incomplete: Incomplete;
    /** Bytes of the store at its end. */
    readonly bytes: number;
}
export interface Progress {
    readonly states: number;
    readonly transitions: number;
    readonly depth: number;
    readonly frontier: number;
    readonly bytes: number;
}
export interface ExploreOptions<Action, View = Int32Array> {
    readonly checks?: readonly Check<Action, View>[];
    /** What liveness claims ask of every state; with any, the graph is kept. */
    readonly marks?: readonly Mark<View>[];
    readonly limits?: Limits;
    /** Called about every `progressEvery` states. */
    readonly onProgress?: (progress: Progress) => void;
    /** Called before the first replay, when counting coverage must end. */
    readonly onExplored?: () => void;
    /** Goes on from where an earlier search of the same model and checks was. */
    readonly resume?: SearchState;
    /**
     * Handed what a resumed search needs, now and then and at the end. The search goes on in the same
     * arrays: what is to be kept must be written or copied at once.
     */
    readonly onCheckpoint?: {
        readonly every_ms: number;
        readonly save: (state: SearchState) => void;
    };
}
/** A finished search, with what can still be asked of it. */
export interface Explored<Action> extends Exploration<Action> {
    readonly store: StateStore;
    /** Kept when there were marks and the search is complete. */
    readonly graph: StateGraph | null;
    readonly marks: MarkReader;
}
