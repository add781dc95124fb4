import { type Layout, type Mem } from "../memory/layout.ts";
/** What can be seen of the kernel from outside after a step. */
export interface Observables {
    /** What /sys/kernel/kexec_loaded and kexec_crash_loaded read. */
    readonly kexec_loaded: 0 | 1;
    readonly kexec_crash_loaded: 0 | 1;
    /** The task that holds the lock, or null. */
    readonly lock: number | null;
    /** Ordinary page frames that are not free (the crash region is reserved for ever). */
    readonly owned_frames: number;
    /** After sys_exit: what the call returned, 0 or a negated error number; else null. */
    readonly result: number | null;
}
/**
 * What an observer sees of a state of the model.
 *
 * @param result what the call returned when the step was its sys_exit, else null: the state after
 *   sys_exit has forgotten it
 */
export declare function observablesOf(layout: Layout, mem: Mem, result: number | null): Observables;
