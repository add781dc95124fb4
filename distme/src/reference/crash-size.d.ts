import { type Task } from "./state.ts";
import { type Steps } from "./step.ts";
/** What is written to /sys/kernel/kexec_crash_size: a number of bytes, or no number at all. */
export type CrashSize = bigint | "junk";
/** A write to /sys/kernel/kexec_crash_size. */
export interface CrashSizeWrite extends Task {
    readonly size: CrashSize;
}
/**
 * A read of /sys/kernel/kexec_crash_size.
 *
 * @returns 0 or -EBUSY; its step sys_exit says the size
 * @source kernel/ksysfs.c:kexec_crash_size_show
 */
export declare function crashSizeShow(task: Task): Steps<number>;
/**
 * A write to /sys/kernel/kexec_crash_size: the region can only become smaller.
 *
 * @returns 0 or a negated error number
 * @source kernel/ksysfs.c:kexec_crash_size_store
 */
export declare function crashSizeStore(task: CrashSizeWrite): Steps<number>;
