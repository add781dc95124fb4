import type { KexecEvent } from "../../../../machines/events.ts";
import type { Layout, Mem } from "../../../memory/layout.ts";
import { lockHolder, panicOf, workerOf } from "../../../memory/lock.ts";
import { taskOf } from "../../../model/compose.ts";

/** Somebody who performs steps: a lane of a trace. */
export interface Actor {
  /** `task0`, `worker`, `panic`, `last`, `admin`. */
  readonly id: string;
  readonly name: string;
}

const hotplug: ReadonlySet<string> = new Set([
  "crash_handle_hotplug_event",
  "arch_crash_handle_hotplug_event",
  "hotplug_unlock",
]);
const sysctl: ReadonlySet<string> = new Set(["proc_dointvec_minmax", "kexec_limit_handler"]);

/** Who performs an event. A panic on the CPU of a task is that task's last step. */
export function actorOf(event: KexecEvent): Actor {
  const task = taskOf(event);
  if (task !== null) return taskActor(task);
  if (hotplug.has(event.type)) return { id: "worker", name: "hotplug worker" };
  if (sysctl.has(event.type)) return { id: "admin", name: "sysctl" };
  if (event.type === "relocate_kernel") return { id: "last", name: "last CPU" };
  return { id: "panic", name: "panicking CPU" };
}

/** Who holds the lock of kexec, or null. */
export function lockActor(layout: Layout, mem: Mem): Actor | null {
  const holder = lockHolder(mem);
  if (holder < 0) return null;
  if (holder === panicOf(layout)) return { id: "panic", name: "panicking CPU" };
  if (holder === workerOf(layout)) return { id: "worker", name: "hotplug worker" };
  return taskActor(holder);
}

function taskActor(task: number): Actor {
  return { id: `task${task}`, name: `task ${task}` };
}
