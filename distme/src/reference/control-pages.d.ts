import { type Memory, type PageBlock, type Purpose } from "./memory.ts";
import { type KernelState, type Kimage, type Task } from "./state.ts";
import { type ControlPurpose, type Steps } from "./step.ts";
/** 2^order control pages that are wanted. */
interface ControlRequest {
    readonly purpose: ControlPurpose;
    readonly order: number;
}
/**
 * Finds pages that keep their content while an image is relocated: no segment's destination.
 *
 * @returns null when there are none
 * @source kernel/kexec_core.c:kimage_alloc_control_pages
 */
export declare function kimageAllocControlPages(task: Task, image: Kimage, request: ControlRequest): Steps<PageBlock | null>;
/** Whether a block may hold control pages: below the limit, and no segment's destination. */
export declare function fitsForControl(kernel: KernelState, image: Kimage, { block, purpose }: {
    readonly block: PageBlock;
    readonly purpose: ControlPurpose;
}): boolean;
/**
 * Takes the first hole between the segments of the crash region that is large enough, from where
 * the last control pages ended. Nothing is decided: the same load always gets the same pages.
 *
 * @returns null when no hole is left
 * @source kernel/kexec_core.c:kimage_alloc_crash_control_pages
 */
export declare function kimageAllocCrashControlPages({ memory, config }: KernelState, image: Kimage, { purpose, order }: {
    readonly purpose: Purpose;
    readonly order: number;
}): PageBlock | null;
/**
 * Gives a list of pages back and empties it.
 *
 * @source kernel/kexec_core.c:kimage_free_page_list
 */
export declare function kimageFreePageList(memory: Memory, list: PageBlock[]): void;
export {};
