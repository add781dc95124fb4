import type { Call, KernelState, Kimage, UserSegment } from "./state.ts";
import { type Steps } from "./step.ts";
/**
 * Makes an image with its control code page and, unless it is a crash image, its swap page.
 *
 * @param copiedBefore the segment list, if it was copied before the lock was taken
 * @returns 0 with the new image in `call.image`, or a negated error number and no image
 * @source kernel/kexec.c:kimage_alloc_init
 */
export declare function kimageAllocInit(call: Call, copiedBefore: readonly UserSegment[] | null): Steps<number>;
/** @source kernel/kexec_core.c:do_kimage_alloc_init */
export declare function doKimageAllocInit(kernel: KernelState, entry: bigint): Kimage;
/**
 * Copies the segment list from user memory.
 *
 * @returns the list, or a negated error number
 * @source kernel/kexec.c:copy_user_segment_list
 */
export declare function copyUserSegmentList(call: Call, outcomes: readonly ["ok", ...("EFAULT" | "ENOMEM")[]]): Steps<readonly UserSegment[] | number>;
