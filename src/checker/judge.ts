import { messageOf } from "../base/message.ts";
import type { Check, Model, StateCheck, StepCheck } from "./model.ts";

/**
 * Where a finding was made: a stored state, or the step that leaves one with an action. `action` is
 * -1 for a state.
 */
export interface Place {
  readonly state: number;
  readonly action: number;
}

/** A check itself failed: the model is not to blame. */
export class CheckError extends Error {
  override readonly name = "CheckError";

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }
}

/** What became of one check so far. */
export interface Found {
  /** States or steps on which the check had something to say. */
  applied: number;
  /** The first violation of a promise, or the first witness. */
  place: Place | null;
}

interface Judged<C> extends Found {
  readonly check: C;
}

/** Asks every check about the states and steps of a search, and keeps the first finding of each. */
export class Judge<Action, View> {
  readonly #model: Model<Action, View>;
  readonly #states: Judged<StateCheck<View>>[] = [];
  readonly #steps: Judged<StepCheck<Action, View>>[] = [];
  /** The step checks that concern an action, by its number. */
  readonly #byAction: (readonly Judged<StepCheck<Action, View>>[] | undefined)[] = [];

  constructor(model: Model<Action, View>, checks: readonly Check<Action, View>[]) {
    this.#model = model;
    for (const check of checks) {
      if (check.kind === "alwaysStep") this.#steps.push({ check, applied: 0, place: null });
      else this.#states.push({ check, applied: 0, place: null });
    }
  }

  /** Whether there is any check of states. */
  get judgesStates(): boolean {
    return this.#states.length > 0;
  }

  /** Whether there is any check of steps. */
  get judgesSteps(): boolean {
    return this.#steps.length > 0;
  }

  /** Judges a state; false when the search must not go on behind it. */
  state(state: Int32Array, at: number, action = -1): boolean {
    if (this.#states.length === 0) return true;
    try {
      return this.#judgeState(state, at, action);
    } catch (error) {
      throw new CheckError(error);
    }
  }

  #judgeState(state: Int32Array, at: number, action: number): boolean {
    const view = this.#model.view(state);
    let goesOn = true;
    for (const judged of this.#states) {
      const { check } = judged;
      const judgement = check.judge(view);
      if (judgement === "none") continue;
      judged.applied++;
      if ((judgement === "good") !== (check.kind === "sometimes")) continue;
      judged.place ??= { state: at, action };
      if (!check.continues) goesOn = false;
    }
    return goesOn;
  }

  /** Judges a step; false when the search must not follow it. */
  step(before: View, action: number, next: Int32Array, at: number): boolean {
    const concerned = this.#byAction[action] ?? this.#concernedBy(action);
    if (concerned.length === 0) return true;
    try {
      return this.#judgeStep(concerned, { before, action, next, at });
    } catch (error) {
      throw new CheckError(error);
    }
  }

  #judgeStep(
    concerned: readonly Judged<StepCheck<Action, View>>[],
    {
      before,
      action,
      next,
      at,
    }: {
      readonly before: View;
      readonly action: number;
      readonly next: Int32Array;
      readonly at: number;
    },
  ): boolean {
    const step = { before, event: this.#model.action(action), after: this.#model.view(next) };
    let goesOn = true;
    for (const judged of concerned) {
      const judgement = judged.check.judge(step);
      if (judgement === "none") continue;
      judged.applied++;
      if (judgement === "good") continue;
      judged.place ??= { state: at, action };
      if (!judged.check.continues) goesOn = false;
    }
    return goesOn;
  }

  #concernedBy(action: number): readonly Judged<StepCheck<Action, View>>[] {
    const event = this.#model.action(action);
    const concerned = this.#steps.filter(({ check }) => check.concerns?.(event) ?? true);
    this.#byAction[action] = concerned;
    return concerned;
  }

  /** What was found, by the check's name. */
  found(): Map<string, Found> {
    return new Map(
      [...this.#states, ...this.#steps].map(({ check, applied, place }) => [
        check.name,
        { applied, place },
      ]),
    );
  }

  /** Goes on from what an earlier search found. */
  resume(found: ReadonlyMap<string, Found>): void {
    for (const judged of [...this.#states, ...this.#steps]) {
      const known = found.get(judged.check.name);
      if (!known) continue;
      judged.applied = known.applied;
      judged.place = known.place;
    }
  }
}
