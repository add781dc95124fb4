import { messageOf } from "../base/message.ts";
import { CheckError } from "./judge.ts";
import type { Model } from "./model.ts";
import { type Path, pathTo, type StoredStates } from "./trace.ts";

/** A step of a model failed: its message names the state and the way to it. */
export class ModelError<Action> extends Error {
  override readonly name = "ModelError";
  /** null when the model is so broken that the way cannot be replayed. */
  readonly path: Path<Action> | null;

  constructor(cause: unknown, path: Path<Action> | null) {
    super(messageOf(cause), { cause });
    this.path = path;
  }
}

/** What was thrown while a state was expanded, with the way to that state. */
export function modelErrorAt<Action>(
  model: Model<Action, unknown>,
  store: StoredStates,
  { error, state }: { readonly error: unknown; readonly state: number },
): ModelError<Action> {
  if (error instanceof ModelError) return error;
  const cause = error instanceof CheckError ? error.cause : error;
  try {
    return new ModelError(cause, pathTo(model, store, { state, action: -1 }));
  } catch {
    return new ModelError(cause, null); // a model that has just thrown may throw again on the way
  }
}
