import { messageOf } from "../base/message.js";
import { CheckError } from "./judge.js";
import { pathTo } from "./trace.js";
/** A step of a model failed: its message names the state and the way to it. */
export class ModelError extends Error {
    name = "ModelError";
    /** null when the model is so broken that the way cannot be replayed. */
    path;
    constructor(cause, path) {
        super(messageOf(cause), { cause });
        this.path = path;
    }
}
/** What was thrown while a state was expanded, with the way to that state. */
export function modelErrorAt(model, store, { error, state }) {
    if (error instanceof ModelError)
        return error;
    const cause = error instanceof CheckError ? error.cause : error;
    try {
        return new ModelError(cause, pathTo(model, store, { state, action: -1 }));
    }
    catch {
        return new ModelError(cause, null); // a model that has just thrown may throw again on the way
    }
}
//# sourceMappingURL=errors.js.map