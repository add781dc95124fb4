import type { Found, Place } from "./judge.ts";
import type { Model } from "./model.ts";
import type { StateStore } from "./store.ts";
import type { StoredStates } from "./trace.ts";

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
  readonly marks: { readonly columns: readonly Uint8Array[] };
  /** What the model has counted, see `Model.counters`. */
  readonly counters: readonly Float64Array[];
  /** What words refer to, see `Model.references`; empty when the model has none. */
  readonly references: readonly unknown[];
}

/** A search cannot go on from a checkpoint, or a checkpoint cannot be written. */
export class CheckpointError extends Error {
  override readonly name = "CheckpointError";
}

/** Steps of an earlier search that are taken again before it goes on. */
const sampled = 64;

/**
 * Gives a model what it knew when the search stopped.
 *
 * @throws CheckpointError when the model is not the one that was searched
 */
export function restoreModel(model: Model<unknown, unknown>, state: SearchState): void {
  const words = model.packing?.words ?? model.words;
  if (state.store.words !== words) {
    throw otherModel(`states of ${words} words, got ${state.store.words}`);
  }
  const lengths = (counters: readonly Float64Array[] = []): string =>
    counters.map(({ length }) => length).join();
  if (lengths(model.counters) !== lengths(state.counters)) {
    throw otherModel(`counters ${lengths(model.counters)}, got ${lengths(state.counters)}`);
  }
  model.references?.restore(state.references);
  const { size } = state.store;
  for (let i = 1; i <= sampled; i++) {
    const id = Math.floor(((size - 1) * i) / sampled);
    if (id >= state.initials) takeAgain(model, state.store, id);
  }
  state.counters.forEach((counter, i) => {
    model.counters?.[i]?.set(counter); // behind the sample, which counts too
  });
}

/** Takes the step by which a state was first reached. */
function takeAgain(model: Model<unknown, unknown>, store: StoredStates, id: number): void {
  const { packing } = model;
  const packed = new Int32Array(store.words);
  store.read(store.parent(id), packed);
  const state = model.scratch ?? new Int32Array(model.words);
  if (packing) packing.unpack(packed, state);
  else state.set(packed);
  const target = new Int32Array(store.words);
  store.read(id, target);
  let found = false;
  model.successors(state, (action, next) => {
    if (found || action !== store.action(id)) return;
    model.canonical?.(next);
    if (packing) packing.pack(next, packed);
    else packed.set(next);
    found = packed.every((word, i) => word === target[i]);
  });
  if (!found) throw otherModel(`the step to state ${id}, got other ones`);
}

function otherModel(what: string): CheckpointError {
  return new CheckpointError(`the model has changed since the checkpoint: expected ${what}`);
}
