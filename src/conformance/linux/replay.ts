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
  /** It is not taken: it would be the next one of a caller that does not come so far. */
  readonly isNext?: true;
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

/** What happens at once, or the steps of one call from its entry to where they end. */
export type Unit =
  /** A write to a sysctl. */
  | { readonly kind: "write"; readonly step: ReplayedStep }
  | { readonly kind: "call"; readonly task: number; readonly steps: readonly ReplayedStep[] }
  /** What happens to a caller: it is killed, or the machine changes while it is at work. */
  | { readonly kind: "event"; readonly steps: readonly ReplayedStep[] };

/** The steps with which calls begin. */
const entries: ReadonlySet<string> = new Set([
  "kexec_load",
  "kexec_file_load",
  "reboot",
  "crash_size_show",
  "crash_size_store",
]);

/** The steps of the worker that tells the crash image of a CPU that has come or gone. */
const hotplugs: ReadonlySet<string> = new Set([
  "crash_handle_hotplug_event",
  "arch_crash_handle_hotplug_event",
  "hotplug_unlock",
]);

const writes: ReadonlySet<string> = new Set(["proc_dointvec_minmax", "kexec_limit_handler"]);

/** Where the machine's end begins: a panic, a fatal bug, or the call that leaves for an image. */
function endingOf(steps: readonly ReplayedStep[]): number {
  const panics = steps.findIndex(
    ({ event }) => event.type === "panic" || (event.type === "oops" && event.fatal),
  );
  if (panics >= 0) return panics;
  const leaves = steps.findIndex(({ event }) => event.type === "kernel_restart_prepare");
  if (leaves < 0) return steps.length;
  return steps.slice(0, leaves).findLastIndex(({ event }) => event.type === "reboot");
}

/** The calls, writes and events of a run, in the order in which they begin. */
export function unitsOf(steps: readonly ReplayedStep[]): Unit[] {
  const units: Unit[] = [];
  const open = new Map<number, ReplayedStep[]>();
  const ending = steps.slice(endingOf(steps));
  const hotplug: ReplayedStep[] = [];
  for (const step of steps.slice(0, steps.length - ending.length)) {
    const { event } = step;
    if (!("task" in event)) {
      if (writes.has(event.type)) units.push({ kind: "write", step });
      if (!hotplugs.has(event.type)) continue;
      if (hotplug.length === 0) units.push({ kind: "event", steps: hotplug });
      hotplug.push(step);
      continue;
    }
    if (event.type === "sigkill" || event.type === "oops") {
      units.push({ kind: "event", steps: [step] });
      continue;
    }
    if (entries.has(event.type)) {
      const own: ReplayedStep[] = [];
      open.set(event.task, own);
      units.push({ kind: "call", task: event.task, steps: own });
    }
    open.get(event.task)?.push(step);
  }
  if (ending.length > 0) units.push({ kind: "event", steps: ending });
  return units;
}
