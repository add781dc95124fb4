import { type Layout, type Mem } from "./layout.ts";
/**
 * The one lock of kexec, and who holds it.
 *
 * @source kernel/kexec_core.c:kexec_trylock, kexec_unlock
 */
/** The task that holds the lock, the worker or the panicking CPU by its number, or -1. */
export declare function lockHolder(mem: Mem): number;
/** The worker that handles hotplug events stands behind the tasks. */
export declare function workerOf({ bounds }: Layout): number;
/** The CPU on which panic runs stands behind the worker. */
export declare function panicOf({ bounds }: Layout): number;
/** @param holder a task, the worker or the panicking CPU */
export declare function holdLock(mem: Mem, holder: number): void;
/** Releases the lock of somebody who is no task: there are no variables to reset. */
export declare function freeLock(layout: Layout, mem: Mem): void;
/** Releases the lock. Nothing that the call held in local variables is used after this. */
export declare function releaseLock(layout: Layout, mem: Mem, task: number): void;
/** ... but for the local variable `image`, which kexec_file_load has yet to free. */
export declare function releaseLockKeepingImage(layout: Layout, mem: Mem, task: number): void;
/** That an image was freed is remembered up to the unlock, where it is judged. */
export declare function forgetFreedImages(layout: Layout, mem: Mem): void;
