import type { Check, Model } from "./model.ts";
/**
 * Where a finding was made: a stored state, or the step that leaves one with an action. `action` is
 * -1 for a state.
 */
export interface Place {
    readonly state: number;
    readonly action: number;
}
/** A check itself failed: the model is not to blame. */
export declare class CheckError extends Error {
    readonly name = "CheckError";
    constructor(cause: unknown);
}
/** What became of one check so far. */
export interface Found {
    /** States or steps on which the check had something to say. */
    applied: number;
    /** The first violation of a promise, or the first witness. */
    place: Place | null;
}
/** Asks every check about the states and steps of a search, and keeps the first finding of each. */
export declare class Judge<Action, View> {
    #private;
    constructor(model: Model<Action, View>, checks: readonly Check<Action, View>[]);
    /** Whether there is any check of states. */
    get judgesStates(): boolean;
    /** Whether there is any check of steps. */
    get judgesSteps(): boolean;
    /** Judges a state; false when the search must not go on behind it. */
    state(state: Int32Array, at: number, action?: number): boolean;
    /** Judges a step; false when the search must not follow it. */
    step(before: View, action: number, next: Int32Array, at: number): boolean;
    /** What was found, by the check's name. */
    found(): Map<string, Found>;
    /** Goes on from what an earlier search found. */
    resume(found: ReadonlyMap<string, Found>): void;
}
