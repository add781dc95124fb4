import type { Task } from "./state.ts";
import { type Steps } from "./step.ts";
/** One call of reboot with LINUX_REBOOT_CMD_KEXEC. */
export interface RebootRequest {
    /** Whether the caller has CAP_SYS_BOOT in the user namespace of its PID namespace. */
    readonly capSysBoot: boolean;
    /** Whether the magic numbers are right. */
    readonly magic: boolean;
    /** Whether the caller is in a child PID namespace, which cannot be rebooted this way. */
    readonly childPidNamespace: boolean;
}
/** One running call of reboot. */
export interface RebootCall extends Task {
    readonly request: RebootRequest;
}
/**
 * The system call, from its gates to its return, if it does return.
 *
 * @returns 0 after a jump there and back, a negated error number, or null when the image runs
 * @source kernel/reboot.c:reboot
 */
export declare function reboot(call: RebootCall): Steps<number | null>;
