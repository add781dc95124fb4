import { perform } from "./step.js";
/**
 * Takes the one lock of kexec, or leaves it.
 *
 * @returns whether the thread holds it now
 * @source kernel/kexec_internal.h:kexec_trylock
 */
export function* kexecTrylock(task) {
    yield* perform(task, { step: "kexec_trylock" });
    if (task.kernel.kexec_mutex !== null)
        return false;
    task.kernel.kexec_mutex = task.thread;
    return true;
}
/** @source kernel/kexec_internal.h:kexec_unlock */
export function* kexecUnlock(task) {
    yield* perform(task, { step: "kexec_unlock" });
    task.kernel.kexec_mutex = null;
}
//# sourceMappingURL=lock.js.map