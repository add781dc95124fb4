import type { Check, Limits, Model, StateCheck, StepCheck } from "./model.ts";
import { StateStore } from "./store.ts";
import { type Path, pathTo } from "./trace.ts";

/** Why a search ended before every reachable state was seen; null when it is complete. */
export type Incomplete = "states" | "depth" | "time" | "stopped" | "violation" | null;

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
}

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly frontier: number;
}

export interface ExploreOptions<Action, View = Int32Array> {
  readonly checks?: readonly Check<Action, View>[];
  readonly limits?: Limits;
  /** Called about every `progressEvery` states. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called before the first replay, when counting coverage must end. */
  readonly onExplored?: () => void;
}

/** A step of a model failed: its message names the state and the way to it. */
export class ModelError<Action> extends Error {
  override readonly name = "ModelError";
  /** null when the model is so broken that the way cannot be replayed. */
  readonly path: Path<Action> | null;

  constructor(cause: unknown, path: Path<Action> | null) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.path = path;
  }
}

const progressEvery = 512;

/**
 * Explores every reachable state of a model, breadth first, and judges every check.
 *
 * Paths are shortest and the same in every run. The search does not go on behind a state or step
 * that breaks a check with `continues: false`; then, or when a limit is hit, `incomplete` says so.
 *
 * @throws ModelError when the model itself throws
 */
export function explore<Action, View = Int32Array>(
  model: Model<Action, View>,
  options: ExploreOptions<Action, View> = {},
): Exploration<Action> {
  const search = new Search(model, options);
  search.run();
  options.onExplored?.();
  return search.result();
}

/** Where a finding was made: a state, or a step that leaves one. */
interface Place<Action> {
  readonly state: number;
  readonly step: { readonly action: Action; readonly after: Int32Array } | null;
}

class Search<Action, View> {
  readonly #model: Model<Action, View>;
  readonly #options: ExploreOptions<Action, View>;
  readonly #store: StateStore;
  readonly #stateChecks: Judged<StateCheck<View>, Action>[] = [];
  readonly #stepChecks: Judged<StepCheck<Action, View>, Action>[] = [];
  readonly #levels: number[] = [];
  #transitions = 0;
  #deadlock: Place<Action> | null = null;
  #deadlocks = 0;
  /** Whether the level is the last one that the limits allow: it is expanded, nothing is added. */
  #last = false;
  #incomplete: Incomplete = null;
  /** States behind which the search does not go on. */
  readonly #closed = new Set<number>();
  /** Whether a step was not followed, because it broke a promise. */
  #pruned = false;

  constructor(model: Model<Action, View>, options: ExploreOptions<Action, View>) {
    this.#model = model;
    this.#options = options;
    this.#store = new StateStore(model.words);
    for (const check of options.checks ?? []) {
      if (check.kind === "alwaysStep") this.#stepChecks.push({ check, applied: 0, place: null });
      else this.#stateChecks.push({ check, applied: 0, place: null });
    }
  }

  run(): void {
    const limits = this.#options.limits ?? {};
    const deadline = limits.timeMax_ms === undefined ? Infinity : Date.now() + limits.timeMax_ms;
    const state = new Int32Array(this.#model.words);
    for (const initial of this.#model.initialStates()) this.#begin(initial);
    for (let begin = 0, end = this.#store.size; begin < end; begin = end, end = this.#store.size) {
      this.#levels.push(end - begin);
      this.#last = this.#levels.length >= (limits.depthMax ?? Infinity);
      for (let id = begin; id < end; id++) {
        if (id % progressEvery === 0 && this.#interrupted(id, deadline)) return;
        if (this.#closed.has(id)) continue;
        this.#store.read(id, state);
        this.#expand(id, state);
        if (this.#store.size >= (limits.statesMax ?? Infinity)) {
          if (id + 1 < this.#store.size) this.#incomplete = "states";
          if (this.#incomplete) return;
        }
      }
    }
  }

  #begin(initial: Int32Array): void {
    const path = { initial: initial.slice(), steps: [] };
    try {
      this.#reach(initial.slice(), -1); // which may rewrite it
    } catch (error) {
      throw new ModelError(error, path);
    }
  }

  result(): Exploration<Action> {
    const findings = new Map<string, Finding<Action>>();
    for (const { check, applied, place } of [...this.#stateChecks, ...this.#stepChecks]) {
      findings.set(check.name, { applied, path: place && this.#path(place) });
    }
    return {
      states: this.#store.size,
      transitions: this.#transitions,
      depth: this.#levels.length,
      levels: this.#levels,
      findings,
      deadlock: this.#deadlock && this.#path(this.#deadlock),
      deadlocks: this.#deadlocks,
      incomplete: this.#incomplete ?? (this.#pruned || this.#closed.size > 0 ? "violation" : null),
    };
  }

  #interrupted(id: number, deadline: number): boolean {
    this.#options.onProgress?.({
      states: this.#store.size,
      transitions: this.#transitions,
      depth: this.#levels.length,
      frontier: this.#store.size - id,
    });
    if (this.#options.limits?.stopped?.()) this.#incomplete = "stopped";
    else if (Date.now() > deadline) this.#incomplete = "time";
    return this.#incomplete !== null;
  }

  #expand(id: number, state: Int32Array): void {
    let successors = 0;
    const before = this.#model.view(state);
    try {
      this.#model.successors(state, (action, next) => {
        successors++;
        this.#transitions++;
        if (!this.#judgeStep(id, { before, action, next })) return;
        if (this.#model.within?.(next) ?? true) this.#reach(next, id);
        else this.#judgeState(next, () => ({ state: id, step: { action, after: next.slice() } }));
      });
    } catch (error) {
      if (error instanceof ModelError) throw error;
      throw new ModelError(error, this.#pathIfAny({ state: id, step: null }));
    }
    if (successors === 0 && !this.#model.terminal(state)) {
      this.#deadlocks++;
      this.#deadlock ??= { state: id, step: null };
    }
  }

  #reach(next: Int32Array, parent: number): void {
    this.#model.canonical?.(next);
    if (this.#last && !this.#store.has(next)) {
      this.#incomplete = "depth";
      return;
    }
    const id = this.#store.insert(next, parent);
    if (id < 0) return;
    if (!this.#judgeState(next, () => ({ state: id, step: null }))) this.#closed.add(id);
  }

  /** Judges one state; false when the search must not go on behind it. */
  #judgeState(state: Int32Array, place: () => Place<Action>): boolean {
    if (this.#stateChecks.length === 0) return true;
    const view = this.#model.view(state);
    let goesOn = true;
    for (const judged of this.#stateChecks) {
      const { check } = judged;
      const judgement = check.judge(view);
      if (judgement === "none") continue;
      judged.applied++;
      if ((judgement === "good") !== (check.kind === "sometimes")) continue;
      judged.place ??= place();
      if (!check.continues) goesOn = false;
    }
    return goesOn;
  }

  /** Judges one step; false when the search must not go on behind it. */
  #judgeStep(
    id: number,
    step: { readonly before: View; readonly action: Action; readonly next: Int32Array },
  ): boolean {
    if (this.#stepChecks.length === 0) return true;
    const { before, action, next } = step;
    const seen = { before, event: action, after: this.#model.view(next) };
    let goesOn = true;
    for (const judged of this.#stepChecks) {
      const { check } = judged;
      const judgement = check.judge(seen);
      if (judgement === "none") continue;
      judged.applied++;
      if (judgement === "good") continue;
      judged.place ??= { state: id, step: { action, after: next.slice() } };
      if (!check.continues) goesOn = false;
    }
    if (!goesOn) this.#pruned = true;
    return goesOn;
  }

  /** The way to a place in a model that has just thrown, and may throw again on the way. */
  #pathIfAny(place: Place<Action>): Path<Action> | null {
    try {
      return this.#path(place);
    } catch {
      return null;
    }
  }

  #path(place: Place<Action>): Path<Action> {
    return pathTo(this.#model, this.#store, place);
  }
}

interface Judged<C, Action> {
  readonly check: C;
  applied: number;
  place: Place<Action> | null;
}
