import { type Segment } from "../arena.ts";
import { type Found, type Place } from "../judge.ts";
import { type Check, type Limits, type Model } from "../model.ts";
import { type Peer } from "./shared.ts";
/** What a thread of a parallel search is made of. */
export interface ThreadOptions<Action, View> {
    readonly thread: number;
    readonly threads: number;
    readonly control: Int32Array;
    readonly peers: readonly Peer[];
    readonly model: Model<Action, View>;
    readonly checks: readonly Check<Action, View>[];
    readonly limits: Pick<Limits, "statesMax" | "depthMax" | "timeMax_ms" | "memoryMax_bytes">;
}
/** What one thread knows at the end of a search. */
export interface ThreadResult {
    /** States that all threads have stored. */
    readonly states: number;
    readonly found: ReadonlyMap<string, Found>;
    readonly transitions: number;
    readonly deadlocks: number;
    readonly deadlock: Place | null;
    readonly closed: number;
    readonly pruned: boolean;
    readonly incomplete: "states" | "depth" | "time" | "memory" | "stopped" | null;
    readonly levels: readonly number[];
    readonly bytes: number;
    readonly segments: readonly Segment[];
    readonly counters: readonly Float64Array[];
}
/**
 * One thread of a parallel breadth-first search.
 *
 * A round takes some states of the level. First every thread expands its share and keeps what the
 * table does not know; then each enters the candidates whose part of the table it owns; then the
 * new states get the numbers that the sequential search would give them, by the order of parent and
 * action. So states, traces and verdicts are the same whatever the number of threads, and no lock or
 * atomic operation is needed but the barriers. `test/xstate/parallel.test.ts` holds it against
 * `explore`.
 */
export declare class SearchThread<Action, View> {
    #private;
    constructor(options: ThreadOptions<Action, View>);
    run(): ThreadResult;
}
