import type { AnyStateMachine } from "xstate";
import type { CheckOptions, EventLike } from "../../../src/xstate/options.ts";

/** A published model as an XState machine, with what the checker needs to explore it. */
export interface PortedModel<C, E extends EventLike> {
  readonly machine: AnyStateMachine;
  readonly options: CheckOptions<C, E>;
}

/** The numbers from `first` to `last`, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
