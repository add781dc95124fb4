import type { Place } from "./judge.ts";
import type { Model } from "./model.ts";
/** A run of a model: an initial state and the steps from there. */
export interface Path<Action> {
    readonly initial: Int32Array;
    readonly steps: readonly PathStep<Action>[];
}
export interface PathStep<Action> {
    readonly action: Action;
    readonly state: Int32Array;
}
/** The states that a search keeps, as a replay reads them. */
export interface StoredStates {
    readonly words: number;
    readonly read: (id: number, target: Int32Array) => void;
    readonly parent: (id: number) => number;
    readonly action: (id: number) => number;
}
/** A stored run that the model does not repeat, so that no finding can be trusted. */
export declare class ReplayError extends Error {
    readonly name = "ReplayError";
    constructor(what: string);
}
/**
 * The shortest run to a stored state, and one step further where the place is a step.
 *
 * The store keeps representatives of symmetry classes. The run is replayed on plain states, so
 * that what a person follows (a page frame, say) keeps its name from the first line to the last.
 *
 * @throws ReplayError when the model does not do again what it did
 */
export declare function pathTo<Action>(model: Model<Action, unknown>, store: StoredStates, place: Place): Path<Action>;
/** Walks along stored states, on plain ones. */
export declare class Replay<Action> {
    #private;
    constructor(model: Model<Action, unknown>, store: StoredStates);
    path(): Path<Action>;
    /** Starts in the initial state that is stored as `id`. */
    begin(id: number): void;
    /** Takes the step to a stored state. */
    toState(action: number, to: number): void;
    /** Takes the step that an action makes from a stored state, wherever it leads. */
    byAction(from: number, action: number): void;
}
