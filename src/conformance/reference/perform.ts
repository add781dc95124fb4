import type { KexecEvent, MachineEvent, TaskEvent } from "../../../machines/events.ts";
import type { Layout } from "../../memory/layout.ts";
import type { SystemCall } from "../../memory/request.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { KexecFileLoadRequest } from "../../reference/kexec-file-load.ts";
import type { KexecLoadRequest } from "../../reference/state.ts";
import type { Thread } from "../../reference/thread.ts";
import type { Difference } from "../system.ts";
import { elfcorehdrPage } from "./contents.ts";
import {
  type Actor,
  decisionFor,
  type Entry,
  entries,
  placeDifferences,
  regionsOf,
  stepDifferences,
  type ThreadStep,
  taskRegions,
} from "./steps.ts";
import type { Running } from "./system-view.ts";

/** A request of the world, with buffers, for the door that it goes through. */
export type Asked =
  | { readonly door: "kexec_load"; readonly request: KexecLoadRequest }
  | { readonly door: "kexec_file_load"; readonly request: KexecFileLoadRequest };

/** A reference kernel that runs beside the model. */
export interface Lockstep extends Running {
  readonly threads: Map<number, Thread>;
  worker: Thread | null;
  readonly panics: Thread[];
  readonly layout: Layout;
  /** The world's requests. */
  readonly requests: readonly Asked[];
  /** The model's state before the next event; null before the first. */
  state: KexecState | null;
}

/**
 * Performs an event.
 *
 * @param after the model's state after it
 * @returns why it could not be performed, or where its actors stand that should be elsewhere
 */
export function performEvent(
  lockstep: Lockstep,
  event: KexecEvent,
  after: KexecState,
): readonly Difference[] {
  switch (event.type) {
    case "proc_dointvec_minmax":
      // every other value is refused with EINVAL, before kexec sees it
      if (event.value === 1 && !isFrozen(lockstep)) lockstep.kernel.setKexecLoadDisabled();
      return [];
    case "kexec_limit_handler":
      if (!isFrozen(lockstep)) lockstep.kernel.setLoadLimit(event.limit, event.value);
      return [];
    case "panic":
      return [
        ...panicOn(lockstep, event.by),
        ...(event.by === null ? [] : taskPlace(lockstep, event.by, after)),
        ...panicPlace(lockstep, after),
      ];
    case "oops":
      return [
        ...oops(lockstep, event),
        ...taskPlace(lockstep, event.task, after),
        ...panicPlace(lockstep, after),
      ];
    case "sigkill":
      return kill(lockstep, event);
    default:
      return isEntry(event)
        ? (enter(lockstep, event) ?? taskPlace(lockstep, event.task, after))
        : goOn(lockstep, event, after);
  }
}

/** An administrator is a user process, too. */
function isFrozen({ kernel }: Lockstep): boolean {
  return kernel.observe().frozen;
}

function isEntry(event: ThreadStep | Entry): event is Entry {
  const types: readonly string[] = entries;
  return types.includes(event.type);
}

/** The first CPU that panics goes on with it; on another one, or again, the kernel knows. */
function panicOn({ kernel, panics, threads }: Lockstep, by: number | null): Difference[] {
  const on = by === null ? (panics.at(-1) ?? null) : (threads.get(by) ?? null);
  if (by !== null && on === null) return [notThere(`task ${by}`, "panic", "user space")];
  const thread = kernel.panic(on);
  if (thread !== null) panics.push(thread);
  return [];
}

function oops(
  { kernel, panics, threads }: Lockstep,
  { task, fatal }: Extract<TaskEvent, { readonly type: "oops" }>,
): Difference[] {
  const on = threads.get(task);
  if (on === undefined) return [notThere(`task ${task}`, "oops", "user space")];
  const thread = kernel.oops(on, fatal);
  if (thread !== null) panics.push(thread);
  return [];
}

function kill({ threads }: Lockstep, { task }: { readonly task: number }): Difference[] {
  const thread = threads.get(task);
  if (thread === undefined) return [notThere(`task ${task}`, "sigkill", "user space")];
  thread.kill();
  return [];
}

/** @returns null when the task is in the kernel now */
function enter(lockstep: Lockstep, event: Entry): Difference[] | null {
  const { threads } = lockstep;
  const inside = threads.get(event.task);
  if (inside !== undefined) {
    return [notThere(`task ${event.task}`, event.type, inside.step?.step ?? "nothing more")];
  }
  threads.set(event.task, threadOf(lockstep, event));
  return null;
}

function threadOf({ kernel, requests, layout }: Lockstep, event: Entry): Thread {
  if ("request" in event) {
    const asked = requests[event.request];
    if (asked === undefined) throw new Error(`there is no request ${event.request}`);
    return asked.door === "kexec_load"
      ? kernel.kexecLoad(asked.request)
      : kernel.kexecFileLoad(asked.request);
  }
  const call = layout.bounds.calls?.[event.call];
  if (call === undefined) throw new Error(`there is no call ${event.call}`);
  const thread = begin(kernel, call);
  // up to here the statechart makes one step of it
  thread.next();
  return thread;
}

function begin(kernel: Lockstep["kernel"], call: SystemCall): Thread {
  switch (call.call) {
    case "reboot":
      return kernel.reboot(call);
    case "crash_size_show":
      return kernel.crashSizeShow();
    case "crash_size_store":
      return kernel.crashSizeStore(call.size_bytes ?? "junk");
  }
}

/** Performs the step that a thread stands before. */
function goOn(lockstep: Lockstep, event: ThreadStep, after: KexecState): readonly Difference[] {
  const { layout, machine } = lockstep;
  // the first event is about nothing that is there already
  const state = lockstep.state ?? after;
  if (event.type === "crash_handle_hotplug_event" && lockstep.worker === null) {
    lockstep.worker = lockstep.kernel.hotplug(elfcorehdrPage);
  }
  const task = "task" in event ? event.task : rebooting(lockstep);
  const actor = actorOf(lockstep, event, task);
  const wrong = stepDifferences(event, { layout, state, task }, actor, machine);
  if (wrong.length > 0 || actor.thread === null) return wrong;
  actor.thread.next(decisionFor(event, { layout, state, task }, lockstep));
  if (actor.thread.done) forget(lockstep, actor.thread);
  return isPanicStep(event) ? panicPlace(lockstep, after) : placeOf(lockstep, event, task, after);
}

function placeOf(
  lockstep: Lockstep,
  event: ThreadStep,
  ...[task, after]: readonly [number, KexecState]
): Difference[] {
  if (!isWorkerStep(event)) return taskPlace(lockstep, task, after);
  const actor = { name: "the hotplug worker", thread: lockstep.worker };
  const situation = { layout: lockstep.layout, state: after, task };
  return placeDifferences(situation, actor, regionsOf(after, "running.hotplug"));
}

/** The task whose CPU is the last one that runs; what it reboots from is not asked otherwise. */
function rebooting({ threads }: Lockstep): number {
  const found = [...threads].find(([, thread]) => thread.step?.step === "relocate_kernel");
  return found?.[0] ?? 0;
}

function actorOf({ threads, worker, panics }: Lockstep, event: ThreadStep, task: number): Actor {
  if (isWorkerStep(event)) return { name: "the hotplug worker", thread: worker };
  if (isPanicStep(event)) return { name: "the panicking CPU", thread: panics.at(-1) ?? null };
  return { name: `task ${task}`, thread: threads.get(task) ?? null };
}

const workerSteps: readonly string[] = [
  "crash_handle_hotplug_event",
  "arch_crash_handle_hotplug_event",
  "hotplug_unlock",
] satisfies readonly MachineEvent["type"][];

const panicSteps: readonly string[] = [
  "__crash_kexec",
  "crash_save_vmcoreinfo",
  "machine_crash_shutdown",
  "machine_kexec",
  "smp_send_stop",
] satisfies readonly MachineEvent["type"][];

function isWorkerStep({ type }: ThreadStep): boolean {
  return workerSteps.includes(type);
}

function isPanicStep({ type }: ThreadStep): boolean {
  return panicSteps.includes(type);
}

/** A thread that has returned is in user space, or no more. */
function forget(lockstep: Lockstep, thread: Thread): void {
  for (const [task, own] of lockstep.threads) if (own === thread) lockstep.threads.delete(task);
  if (lockstep.worker === thread) lockstep.worker = null;
}

function taskPlace({ layout, threads }: Lockstep, task: number, after: KexecState): Difference[] {
  const actor = { name: `task ${task}`, thread: threads.get(task) ?? null };
  return placeDifferences({ layout, state: after, task }, actor, taskRegions(after, task));
}

function panicPlace({ layout, panics }: Lockstep, after: KexecState): Difference[] {
  const actor = { name: "the panicking CPU", thread: panics.at(-1) ?? null };
  const situation = { layout, state: after, task: 0 };
  return placeDifferences(situation, actor, regionsOf(after, "running.panic"));
}

function notThere(name: string, type: string, where: string): Difference {
  return { what: `step of ${name}`, model: type, system: where };
}
