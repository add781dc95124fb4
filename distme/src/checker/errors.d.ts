import type { Model } from "./model.ts";
import { type Path, type StoredStates } from "./trace.ts";
/** A step of a model failed: its message names the state and the way to it. */
export declare class ModelError<Action> extends Error {
    readonly name = "ModelError";
    /** null when the model is so broken that the way cannot be replayed. */
    readonly path: Path<Action> | null;
    constructor(cause: unknown, path: Path<Action> | null);
}
/** What was thrown while a state was expanded, with the way to that state. */
export declare function modelErrorAt<Action>(model: Model<Action, unknown>, store: StoredStates, { error, state }: {
    readonly error: unknown;
    readonly state: number;
}): ModelError<Action>;
