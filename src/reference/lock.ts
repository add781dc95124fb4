import type { Task } from "./state.ts";
import { perform, type Steps } from "./step.ts";

/**
 * Takes the one lock of kexec, or leaves it.
 *
 * @returns whether the thread holds it now
 * @source kernel/kexec_internal.h:kexec_trylock
 */
export function* kexecTrylock(task: Task): Steps<boolean> {
  yield* perform(task, { step: "kexec_trylock" });
  if (task.kernel.kexec_mutex !== null) return false;
  task.kernel.kexec_mutex = task.thread;
  return true;
}

/** @source kernel/kexec_internal.h:kexec_unlock */
export function* kexecUnlock(task: Task): Steps<void> {
  yield* perform(task, { step: "kexec_unlock" });
  task.kernel.kexec_mutex = null;
}
