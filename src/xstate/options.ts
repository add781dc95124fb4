import type { Progress } from "../checker/explore.ts";
import type { Limits } from "../checker/model.ts";
import type { ChartNode } from "./chart.ts";
import type { Property, StateView } from "./property.ts";

/** An event object of XState. */
export interface EventLike {
  readonly type: string;
}

/** What `checkMachine` needs to know beside the machine. */
export interface CheckOptions<C, E extends EventLike> {
  /**
   * The finite alphabet: the events to try in every state, or a function that lists those worth
   * trying in one state (it may leave out events that the state would ignore, nothing else).
   */
  readonly events: readonly E[] | ((state: StateView<C>) => Iterable<E>);
  readonly properties?: readonly Property<C, E>[];
  /** One initial state per input; without it the machine starts once, with no input. */
  readonly inputs?: readonly unknown[];
  /**
   * States that may have no successor. Final states may anyway, and so may states with an active
   * node that carries the tag `terminal`.
   */
  readonly terminal?: (state: StateView<C>) => boolean;
  /** Whether a state without successors that is not terminal is an error; true by default. */
  readonly deadlock?: boolean;
  /**
   * The representative of a context's symmetry class: a new context, or its argument with the
   * bytes of a layout changed in place. It must commute with every step, and properties must not
   * tell members of a class apart.
   */
  readonly canonical?: (context: C) => C;
  /**
   * Bounds of the search (TLC's CONSTRAINT): a step that leaves them is counted and judged, and so
   * is the state it reaches, but the search does not go on from there. Initial states are always in.
   */
  readonly constraint?: (state: StateView<C>) => boolean;
  /** Which nodes an event is meant for; the guards of others do not count as asked. */
  readonly listens?: (node: ChartNode, event: unknown) => boolean;
  /**
   * `interpreter`: XState takes every step. Otherwise steps of a machine whose actions and guards
   * carry functions over bytes are learnt from XState and looked up.
   */
  readonly engine?: "interpreter";
  readonly limits?: Limits;
  readonly onProgress?: (progress: Progress) => void;
}
