import { ALLOCATED, DISPLACED, get, IMAGE, imageAt, imageStatus, LOCK, PAGE, SEGMENT, STATUS, taskAt, } from "./layout.js";
/**
 * The one lock of kexec, and who holds it.
 *
 * @source kernel/kexec_core.c:kexec_trylock, kexec_unlock
 */
/** The task that holds the lock, the worker or the panicking CPU by its number, or -1. */
export function lockHolder(mem) {
    return get(mem, LOCK) - 1;
}
/** The worker that handles hotplug events stands behind the tasks. */
export function workerOf({ bounds }) {
    return bounds.tasks;
}
/** The CPU on which panic runs stands behind the worker. */
export function panicOf({ bounds }) {
    return bounds.tasks + 1;
}
/** @param holder a task, the worker or the panicking CPU */
export function holdLock(mem, holder) {
    mem[LOCK] = holder + 1;
}
/** Releases the lock of somebody who is no task: there are no variables to reset. */
export function freeLock(layout, mem) {
    mem[LOCK] = 0;
    forgetFreedImages(layout, mem);
}
/** Releases the lock. Nothing that the call held in local variables is used after this. */
export function releaseLock(layout, mem, task) {
    mem[taskAt(layout, task) + IMAGE] = 0;
    releaseLockKeepingImage(layout, mem, task);
}
/** ... but for the local variable `image`, which kexec_file_load has yet to free. */
export function releaseLockKeepingImage(layout, mem, task) {
    const at = taskAt(layout, task);
    mem[at + SEGMENT] = 0;
    mem[at + PAGE] = 0;
    mem[at + ALLOCATED] = 0;
    mem[at + DISPLACED] = 0;
    freeLock(layout, mem);
}
/** That an image was freed is remembered up to the unlock, where it is judged. */
export function forgetFreedImages(layout, mem) {
    for (let image = 1; image <= layout.imagesMax; image++) {
        const at = imageAt(layout, image) + STATUS;
        if (get(mem, at) !== imageStatus.LIVE)
            mem[at] = imageStatus.UNUSED;
    }
}
//# sourceMappingURL=lock.js.map