import type { Model } from "./model.ts";
import type { StateStore } from "./store.ts";

/** A run of a model: an initial state and the steps from there. */
export interface Path<Action> {
  readonly initial: Int32Array;
  readonly steps: readonly PathStep<Action>[];
}

export interface PathStep<Action> {
  readonly action: Action;
  readonly state: Int32Array;
}

/** A stored run that the model does not repeat, so that no finding can be trusted. */
export class ReplayError extends Error {
  override readonly name = "ReplayError";

  constructor(what: string) {
    super(`a stored ${what} cannot be replayed: the model is impure, or its symmetry is broken`);
  }
}

/**
 * The shortest run to a stored state, and one step further where the place is a step.
 *
 * The store keeps representatives of symmetry classes. The run is replayed on plain states, so
 * that what a person follows (a page frame, say) keeps its name from the first line to the last.
 *
 * @throws ReplayError when the model does not do again what it did
 */
export function pathTo<Action>(
  model: Model<Action, unknown>,
  store: StateStore,
  place: { readonly state: number; readonly step: { readonly action: Action } | null },
): Path<Action> {
  const ids: number[] = [];
  for (let id = place.state; id >= 0; id = store.parent(id)) ids.unshift(id);
  const initial = plainInitial(model, store, ids[0] ?? 0);
  const steps: PathStep<Action>[] = [];
  let state = initial;
  for (const id of ids.slice(1)) {
    const target = store.view(id);
    const step = firstStep(model, state, (next) => sameWords(represent(model, next), target));
    steps.push(step);
    state = step.state;
  }
  if (place.step)
    steps.push(matchingStep(model, state, store.view(place.state), place.step.action));
  return { initial, steps };
}

function plainInitial<Action>(
  model: Model<Action, unknown>,
  store: StateStore,
  id: number,
): Int32Array {
  const found = model
    .initialStates()
    .find((state) => sameWords(represent(model, state), store.view(id)));
  if (found === undefined) throw new ReplayError("initial state");
  return found.slice();
}

/** The step of a plain state that corresponds to `action` in its representative. */
function matchingStep<Action>(
  model: Model<Action, unknown>,
  state: Int32Array,
  representative: Int32Array,
  action: Action,
): PathStep<Action> {
  const label = JSON.stringify(action);
  const exact = firstStep(model, representative.slice(), (_next, taken) => {
    return JSON.stringify(taken) === label;
  });
  const target = represent(model, exact.state);
  return firstStep(model, state, (next, taken) => {
    const sameKind = typeOf(taken) === typeOf(action);
    return sameKind && sameWords(represent(model, next), target);
  });
}

/** Two steps of symmetric states may differ in a frame's number, never in the event's type. */
function typeOf(action: unknown): unknown {
  return typeof action === "object" && action !== null && "type" in action ? action.type : action;
}

function firstStep<Action>(
  model: Model<Action, unknown>,
  state: Int32Array,
  accept: (next: Int32Array, action: Action) => boolean,
): PathStep<Action> {
  let found: PathStep<Action> | null = null;
  model.successors(state, (action, next) => {
    if (found) return;
    const copy = next.slice();
    if (accept(copy, action)) found = { action, state: copy };
  });
  if (found === null) throw new ReplayError("step");
  return found;
}

function represent<Action>(model: Model<Action, unknown>, state: Int32Array): Int32Array {
  const copy = state.slice();
  model.canonical?.(copy);
  return copy;
}

function sameWords(a: Int32Array, b: Int32Array): boolean {
  return a.every((word, i) => word === b[i]);
}
