import type { Kimage, Task } from "./state.ts";
import { type Steps } from "./step.ts";
/** Where a peer that does not say so wants to be entered the next time. */
export declare const PEER_ENTRY = 4096n;
/**
 * Jumps to an image that can jump back, and returns when it has done so.
 *
 * @returns 0, -EBUSY when the tasks or the devices do not come to rest, or null when the list of
 *   the image does not end
 * @source kernel/kexec_core.c:kernel_kexec
 * @omits a kernel of up to 6.16 that resumes no device when one refuses to be suspended
 */
export declare function jump(task: Task, image: Kimage): Steps<number | null>;
