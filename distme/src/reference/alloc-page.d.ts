import { type Memory, type PageBlock, type Purpose } from "./memory.ts";
import type { Kimage, Task } from "./state.ts";
import { type PagePurpose, type StepDetail, type Steps } from "./step.ts";
/** What a page is wanted for. */
export interface PageRequest {
    readonly purpose: PagePurpose;
    /** The destination page of the bytes that it will hold; null for a list page. */
    readonly destination: bigint | null;
}
/**
 * Finds a page that is its own destination or nobody's, so that no copy of the relocation
 * overwrites what another still has to read.
 *
 * A parked page at the destination itself is best. Else pages are taken from the allocator until
 * one fits: pages above the source limit and destinations that nothing has been loaded for yet
 * are kept with the image; a destination that has been loaded elsewhere takes over its bytes, and
 * the page that held them is free for use.
 *
 * @returns the frame, or null when the allocator returned none
 * @source kernel/kexec_core.c:kimage_alloc_page
 * @omits high memory, which no 64-bit kernel has
 */
export declare function kimageAllocPage(task: Task, image: Kimage, request: PageRequest): Steps<number | null>;
/**
 * Takes pages from the page allocator, as the environment decides.
 *
 * @returns the pages; null when there are none or the task is being killed
 * @source kernel/kexec_core.c:kimage_alloc_pages
 */
export declare function kimageAllocPages(task: Task, detail: StepDetail, { order, purpose }: {
    readonly order: number;
    readonly purpose: Purpose;
}): Steps<PageBlock | null>;
/** Whether the task gets no more pages because it is being killed. */
export declare function fatalSignalPending({ killed, kernel }: Task): boolean;
/** Gives single pages back and empties their list. */
export declare function kimageFreePages(memory: Memory, frames: number[]): void;
