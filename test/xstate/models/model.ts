import type { AnyStateMachine } from "xstate";
import type { CheckOptions, EventLike } from "../../../src/xstate/options.ts";
import type { FairnessAssumption, Liveness } from "../../../src/xstate/property.ts";

/** A published model as an XState machine, with what the checker needs to explore it. */
export interface PortedModel<C, E extends EventLike> {
  readonly machine: AnyStateMachine;
  readonly options: CheckOptions<C, E>;
}

/** A ported model with claims that hold under some fairness only. */
export interface LiveModel<C, E extends EventLike> extends PortedModel<C, E> {
  /** Without fairness. */
  readonly liveness: readonly Liveness<C, E>[];
  /** Fairness assumptions, by a name for them together; the published ones are `spec`. */
  readonly fairness: Readonly<Record<string, readonly FairnessAssumption<E>[]>>;
}

/** Weak fairness to the events that `includes` picks, all together. */
export function weak<E>(name: string, includes: (event: E) => boolean): FairnessAssumption<E> {
  return { strength: "weak", name: `WF(${name})`, includes };
}

/** Strong fairness to the events that `includes` picks, all together. */
export function strong<E>(name: string, includes: (event: E) => boolean): FairnessAssumption<E> {
  return { strength: "strong", name: `SF(${name})`, includes };
}

/** Weak fairness to each process of a system by itself, whatever it does. */
export function weakPerProcess<E extends object>(
  processes: readonly number[],
): FairnessAssumption<E>[] {
  return processes.map((id) =>
    weak(`process ${id}`, (event) => "process" in event && event.process === id),
  );
}

/** The numbers from `first` to `last`, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
