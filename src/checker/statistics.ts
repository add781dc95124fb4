import type { Model } from "./model.ts";
import type { StoredStates } from "./trace.ts";

/** A part of a state whose values are counted: a byte of it, or whatever a function reads. */
export type Variable =
  | { readonly kind: "byte"; readonly name: string; readonly at: number }
  | {
      readonly kind: "value";
      readonly name: string;
      readonly of: (state: Int32Array) => string | number;
    };

/** What to count in the states of a search. */
export interface Counted {
  readonly regions: readonly Variable[];
  readonly variables: readonly Variable[];
  /** What kind of action a number stands for. */
  readonly kindOf: (action: number) => string;
}

/** Why a state space is as large as it is, as plain data. */
export interface Statistics {
  readonly states: number;
  /** log2 of the states: as much as all variables together tell apart. */
  readonly bits: number;
  readonly regions: Ranking<VariableStatistics>;
  readonly variables: Ranking<VariableStatistics>;
  readonly actions: Ranking<ActionStatistics>;
  /** States of every level whose states are all known. */
  readonly levels: readonly number[];
  /** States behind the last of these levels: those that a limit left unexplored. */
  readonly beyond: number;
  /** By how much a level is larger than the one before, over the last few; null for one level. */
  readonly growth: number | null;
}

/** The first ones of a list, and how many were left out. */
export interface Ranking<T> {
  readonly top: readonly T[];
  readonly more: number;
}

export interface VariableStatistics {
  readonly name: string;
  /** Different values in all states; with `more`, there are more than these. */
  readonly values: number;
  readonly more: boolean;
  /** Entropy: how many of the bits that tell states apart it tells alone. */
  readonly bits: number;
}

export interface ActionStatistics {
  readonly name: string;
  /** States that were first reached by such an action. */
  readonly states: number;
}

/** The states of a search that has ended. */
export interface Searched {
  readonly store: StoredStates;
  readonly states: number;
  readonly levels: readonly number[];
}

const ranked = 10;
/** Values of one variable that are told apart. */
const valuesMax = 1 << 16;
/** Levels over which the growth is taken. */
const growthLevels = 5;

/**
 * Says what the states of a search differ in, which actions made them, and when.
 *
 * It reads every state once: some hundred nanoseconds each, which is little beside the search.
 */
export function statisticsOf(
  model: Model<unknown, unknown>,
  { store, states, levels }: Searched,
  { regions, variables, kindOf }: Counted,
): Statistics {
  const all = [...regions, ...variables];
  const byAction = new Map<number, number>();
  const packed = new Int32Array(store.words);
  const state = model.scratch ?? new Int32Array(model.words);
  const tally = new Tally(all, state);
  for (let id = 0; id < states; id++) {
    store.read(id, packed);
    if (model.packing) model.packing.unpack(packed, state);
    else state.set(packed);
    tally.add();
    const action = store.action(id);
    if (store.parent(id) >= 0) byAction.set(action, (byAction.get(action) ?? 0) + 1);
  }
  const found = tally.result(states);
  return {
    states,
    bits: Math.log2(Math.max(1, states)),
    regions: rankVariables(found.slice(0, regions.length)),
    variables: rankVariables(found.slice(regions.length)),
    actions: rankActions(byAction, kindOf),
    levels,
    beyond: states - levels.reduce((sum, level) => sum + level, 0),
    growth: growthOf(levels),
  };
}

/** Counts the values of variables in one buffer: bytes in a flat array, everything else in maps. */
class Tally {
  readonly #state: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #variables: readonly Variable[];
  readonly #places: Int32Array;
  readonly #counts: Uint32Array;
  readonly #others: readonly {
    readonly of: (state: Int32Array) => string | number;
    readonly counts: Map<string | number, number>;
    dropped: number;
  }[];

  constructor(variables: readonly Variable[], state: Int32Array) {
    this.#state = state;
    this.#bytes = new Uint8Array(state.buffer, state.byteOffset, state.byteLength);
    this.#variables = variables;
    this.#places = Int32Array.from(
      variables.flatMap((one) => (one.kind === "byte" ? [one.at] : [])),
    );
    this.#counts = new Uint32Array(this.#places.length * 256);
    this.#others = variables.flatMap((one) =>
      one.kind === "value" ? [{ of: one.of, counts: new Map(), dropped: 0 }] : [],
    );
  }

  /** Counts the state that the buffer holds. */
  add(): void {
    const [bytes, places, counts] = [this.#bytes, this.#places, this.#counts];
    for (let i = 0; i < places.length; i++) {
      const at = (i << 8) | (bytes[places[i] ?? 0] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const other of this.#others) {
      const value = other.of(this.#state);
      const known = other.counts.get(value);
      if (known === undefined && other.counts.size >= valuesMax) other.dropped++;
      else other.counts.set(value, (known ?? 0) + 1);
    }
  }

  /** In the order of the variables. */
  result(states: number): VariableStatistics[] {
    let [bytes, others] = [0, 0];
    return this.#variables.map(({ kind, name }) => {
      if (kind === "byte") {
        const from = bytes++ * 256;
        const counts = this.#counts.subarray(from, from + 256).filter((count) => count > 0);
        return { name, values: counts.length, more: false, bits: entropy(counts, states) };
      }
      const { counts, dropped } = this.#others[others++] ?? { counts: new Map(), dropped: 0 };
      // each dropped state counts as a value of its own: the entropy is the highest possible one
      const bits =
        entropy(counts.values(), states) + (dropped / states) * Math.log2(Math.max(1, states));
      return { name, values: counts.size, more: dropped > 0, bits };
    });
  }
}

/** How many bits it takes on average to say which value a state has. */
function entropy(counts: Iterable<number>, states: number): number {
  let bits = 0;
  for (const count of counts) bits += (count / states) * Math.log2(states / count);
  return bits;
}

/** Those that vary, the most telling first. */
function rankVariables(found: readonly VariableStatistics[]): Ranking<VariableStatistics> {
  const vary = found.filter(({ values }) => values > 1);
  return ranking(vary.sort((a, b) => b.bits - a.bits || b.values - a.values));
}

function rankActions(
  byAction: ReadonlyMap<number, number>,
  kindOf: (action: number) => string,
): Ranking<ActionStatistics> {
  const byKind = new Map<string, number>();
  for (const [action, states] of byAction) {
    const kind = kindOf(action);
    byKind.set(kind, (byKind.get(kind) ?? 0) + states);
  }
  const kinds = [...byKind].map(([name, states]) => ({ name, states }));
  return ranking(kinds.sort((a, b) => b.states - a.states));
}

function ranking<T>(sorted: readonly T[]): Ranking<T> {
  return { top: sorted.slice(0, ranked), more: Math.max(0, sorted.length - ranked) };
}

function growthOf(levels: readonly number[]): number | null {
  const last = levels.at(-1) ?? 0;
  const over = Math.min(growthLevels, levels.length - 1);
  const before = levels[levels.length - 1 - over] ?? 0;
  return over < 1 || before === 0 ? null : (last / before) ** (1 / over);
}
