import type { Pfn } from "./bounds.ts";
import { type Layout, type Mem } from "./layout.ts";
/** The image that a task holds in its local variable `image`. */
export declare function localImage(layout: Layout, mem: Mem, task: number): number;
export declare function hasFlag(layout: Layout, mem: Mem, image: number, flag: number): boolean;
export declare function setFlag(layout: Layout, mem: Mem, image: number, flag: number): void;
export declare function statusOf(layout: Layout, mem: Mem, image: number): number;
/**
 * Allocates the structure of a task's image: an empty list, a type, for a crash image the place
 * where control pages are looked for.
 *
 * @source kernel/kexec_core.c:do_kimage_alloc_init, kernel/kexec.c:kimage_alloc_init
 */
export declare function allocateImage(layout: Layout, mem: Mem, task: number): void;
/**
 * Frees an image and every frame that its lists lead to, in the kernel's order. Works on
 * half-built images. What no list leads to is lost.
 *
 * @source kernel/kexec_core.c:kimage_free
 */
export declare function kimageFree(layout: Layout, mem: Mem, image: number): void;
/** The frame of an image's control code page, or -1. */
export declare function controlCodeFrame(layout: Layout, mem: Mem, image: number): Pfn;
/** Whether the control code page is read-only and executable from prepare to cleanup. */
export declare function controlPageRox({ bounds }: Layout): boolean;
/** Frees the pages on `image->control_pages`. @source kimage_free_page_list */
export declare function freeControlPages(layout: Layout, mem: Mem, image: number): void;
/** Frees the structure alone; frames that still belong to it are lost. */
export declare function kfreeImage(layout: Layout, mem: Mem, image: number): void;
