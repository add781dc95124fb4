import type { KexecEvent } from "../../../machines/events.ts";
import { resultOf, returnValue } from "../../memory/call.ts";
import { type Observables, observablesOf } from "../../model/observables.ts";
import type { KexecState, Simulation } from "../../model/simulation.ts";

/** A step of a test, with the model's states around it. */
export interface ReplayedStep {
  /** Index among the steps of the test. */
  readonly index: number;
  readonly event: KexecEvent;
  readonly before: KexecState;
  readonly transitions: readonly string[];
  /** What the model says is seen afterwards. */
  readonly expect: Observables;
}

/** Runs events through the model; null when it takes no transition for one of them. */
export function replay(
  { layout, initial, step }: Simulation,
  events: readonly { readonly index: number; readonly event: KexecEvent }[],
): readonly ReplayedStep[] | null {
  const steps: ReplayedStep[] = [];
  let before = initial;
  for (const { index, event } of events) {
    const taken = step(before, event);
    if (taken === null) return null;
    const result =
      event.type === "sys_exit"
        ? returnValue(resultOf(layout, before.context.mem, event.task))
        : null;
    const expect = observablesOf(layout, taken.state.context.mem, result);
    steps.push({ index, event, before, transitions: taken.transitions, expect });
    before = taken.state;
  }
  return steps;
}

/** A write to a sysctl, or the steps of one call from its entry to its return. */
export type Unit =
  | { readonly kind: "write"; readonly step: ReplayedStep }
  | { readonly kind: "call"; readonly task: number; readonly steps: readonly ReplayedStep[] };

/** The steps with which calls begin. */
const entries: ReadonlySet<string> = new Set([
  "kexec_load",
  "kexec_file_load",
  "reboot",
  "crash_size_show",
  "crash_size_store",
]);

/** The calls and writes of a run, in the order in which they begin. */
export function unitsOf(steps: readonly ReplayedStep[]): Unit[] {
  const units: Unit[] = [];
  const open = new Map<number, ReplayedStep[]>();
  for (const step of steps) {
    const { event } = step;
    if (!("task" in event)) {
      units.push({ kind: "write", step });
      continue;
    }
    if (entries.has(event.type)) {
      const own: ReplayedStep[] = [];
      open.set(event.task, own);
      units.push({ kind: "call", task: event.task, steps: own });
    }
    open.get(event.task)?.push(step);
  }
  return units;
}
