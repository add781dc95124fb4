import { type Call } from "./state.ts";
import { type Steps } from "./step.ts";
/**
 * The system call, from its gates to its return.
 *
 * @returns 0 or a negated error number; a 32-bit call may return a positive number (bug B4)
 * @source kernel/kexec.c:kexec_load
 */
export declare function kexecLoad(call: Call): Steps<number>;
