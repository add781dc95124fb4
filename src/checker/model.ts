/**
 * What the engine explores: a labelled transition system whose states are vectors of 32-bit words.
 *
 * The engine compares states word by word, so two states are the same if and only if their words
 * are. A model owns the meaning of the words; the engine never looks inside.
 */
export interface Model<Action, View = Int32Array> {
  /** Length of every state, in 32-bit words. */
  readonly words: number;

  /** The states in which a run can begin, in a fixed order. */
  readonly initialStates: () => readonly Int32Array[];

  /**
   * Hands every enabled step of `state` to `visit`, in a fixed order.
   *
   * `next` is only valid during the call of `visit`, which may overwrite it. `state` must come out
   * unchanged.
   *
   * @throws whatever the model's own guards and actions throw; the engine adds the trace
   */
  readonly successors: (state: Int32Array, visit: Visit<Action>) => void;

  /**
   * Rewrites a state, in place, into the representative of its symmetry class. Must be idempotent
   * and must commute with `successors`; without it every state stands for itself.
   */
  readonly canonical?: (state: Int32Array) => void;

  /**
   * Whether a state is inside the bounds. A step that leaves them is counted and judged, and so is
   * the state it reaches, but the search does not store that state (TLC's CONSTRAINT).
   */
  readonly within?: (state: Int32Array) => boolean;

  /** What checks see of a state; valid until the state is overwritten. */
  readonly view: (state: Int32Array) => View;

  /** Says that a state without successors is meant to have none. */
  readonly terminal: (state: Int32Array) => boolean;
}

export type Visit<Action> = (action: Action, next: Int32Array) => void;

/** A property over states or steps as the engine evaluates it. */
export type Check<Action, View = Int32Array> = StateCheck<View> | StepCheck<Action, View>;

/** `none`: the property says nothing about this state or step. */
export type Judgement = "good" | "bad" | "none";

interface CheckBase {
  readonly name: string;
  /**
   * Whether the search goes on behind a violation. True for what is expected to fail; false for a
   * promise, so that a broken model cannot run away.
   */
  readonly continues: boolean;
}

/** `always`: no reachable state may be bad. `sometimes`: some reachable state must be good. */
export interface StateCheck<View> extends CheckBase {
  readonly kind: "always" | "sometimes";
  readonly judge: (state: View) => Judgement;
}

/** `alwaysStep`: no reachable step may be bad. `after` is the step's own result, not canonical. */
export interface StepCheck<Action, View> extends CheckBase {
  readonly kind: "alwaysStep";
  readonly judge: (step: Step<Action, View>) => Judgement;
}

export interface Step<Action, View> {
  readonly before: View;
  readonly event: Action;
  readonly after: View;
}

/** Bounds on a search. Hitting one makes every open verdict `unknown`. */
export interface Limits {
  readonly statesMax?: number;
  /** Levels, the initial states being level 1. */
  readonly depthMax?: number;
  readonly timeMax_ms?: number;
  /** Asked now and then; true stops the search. */
  readonly stopped?: () => boolean;
}
