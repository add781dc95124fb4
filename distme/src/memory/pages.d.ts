import type { Pfn } from "./bounds.ts";
import { type Purpose } from "./frames.ts";
import { type Layout, type Mem } from "./layout.ts";
/** Where the pages of an image come from. @source kernel/kexec_core.c:kimage_alloc_page */
/** Whether the kernel takes a frame for a destination of the image. @source kimage_is_destination_range */
export declare function isDestination(layout: Layout, mem: Mem, image: number, pfn: Pfn): boolean;
/** Whether the allocator's frame is one that this kernel cannot copy from. */
export declare function isOverLimit(layout: Layout, pfn: Pfn): boolean;
/** Whether the allocator's frame is one that nothing stands against: the image just keeps it. */
export declare function isPlainFrame(layout: Layout, mem: Mem, image: number, pfn: Pfn): boolean;
/** A page that the allocator returned becomes the image's, for one purpose. */
export declare function takePage(layout: Layout, mem: Mem, task: number, page: {
    readonly pfn: Pfn;
    readonly purpose: Purpose;
    readonly index?: number;
}): void;
/** The frame parked on `dest_pages` that is the current destination itself, or -1. */
export declare function parkedHit(layout: Layout, mem: Mem, task: number): Pfn;
/** Whether the destination that the allocator returned has a source page on the list already. */
export declare function destinationHasSource(layout: Layout, mem: Mem, task: number, pfn: Pfn): boolean;
/**
 * The allocator returned the destination of a page that is already loaded elsewhere: the page
 * moves into place and its old frame, which is nobody's destination, is handed out instead.
 */
export declare function swapWithOldSource(layout: Layout, mem: Mem, task: number, page: {
    readonly pfn: Pfn;
    readonly purpose: Purpose;
    readonly index?: number;
}): void;
/** Frees the page that was handed out and did not get onto the list (B8 mended). */
export declare function freeUnlistedPage(layout: Layout, mem: Mem, task: number): void;
