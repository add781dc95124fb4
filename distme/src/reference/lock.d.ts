import type { Task } from "./state.ts";
import { type Steps } from "./step.ts";
/**
 * Takes the one lock of kexec, or leaves it.
 *
 * @returns whether the thread holds it now
 * @source kernel/kexec_internal.h:kexec_trylock
 */
export declare function kexecTrylock(task: Task): Steps<boolean>;
/** @source kernel/kexec_internal.h:kexec_unlock */
export declare function kexecUnlock(task: Task): Steps<void>;
