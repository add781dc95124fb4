import { type AddressRange, type Pfn } from "./bounds.ts";
import { purposes } from "./frames.ts";
import { type Layout, type Mem } from "./layout.ts";
/** The crash region as it is now. @source kernel/crash_core.c:crashk_res */
export declare function crashkRes(layout: Layout, mem: Mem): AddressRange;
export declare function isReadonly(layout: Layout, mem: Mem, pfn: Pfn): boolean;
/** Whether any page of the region is read-only; not asked where a control code page is by itself. */
export declare function someReadonly(layout: Layout, mem: Mem): boolean;
/**
 * Makes the region read-only, all but the control code page of the installed crash image, which
 * has rights of its own.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_protect_crashkres
 */
export declare function protectRegion(layout: Layout, mem: Mem): void;
/** @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_unprotect_crashkres */
export declare function unprotectRegion(layout: Layout, mem: Mem): void;
/** Whether a frame holds the control code of the installed crash image. */
export declare function isControlCode(layout: Layout, mem: Mem, pfn: Pfn): boolean;
/** Whether preparing the image would write to a page that may not be written. */
export declare function controlPageReadonly(layout: Layout, mem: Mem, image: number): boolean;
/** Whether the jump to the crash image would run into a page without the right to be executed. */
export declare function crashJumpFaults(layout: Layout, mem: Mem): boolean;
/** The control code is in its page: nobody writes there any more. */
export declare function sealControlPage(layout: Layout, mem: Mem, image: number): void;
/**
 * The frame where the next control page of a crash image goes: the first from its `control_page`
 * on that no segment needs; -1 when the region has none left.
 *
 * @source kernel/kexec_core.c:kimage_alloc_crash_control_pages
 */
export declare function nextHole(layout: Layout, mem: Mem, image: number): Pfn;
/**
 * Takes the next hole; the search for another one begins behind it. Who used the frame before is
 * not asked: the region has no allocator.
 */
export declare function takeHole(layout: Layout, mem: Mem, image: number, purpose: typeof purposes.CONTROL | typeof purposes.TABLE | typeof purposes.VMCOREINFO): void;
/** Pages of the region that a size in bytes leaves, the last one counted whole. */
export declare function pagesFor(size_bytes: bigint): number;
/**
 * A new size as it is compared with the region's: in whole pages, from 6.5, 6.1.39 and 5.10.188 on. The last 4095 sizes of
 * the address space round up to 0 (N1).
 */
export declare function comparedSize({ bounds: { features } }: Layout, size_bytes: bigint): bigint;
/** The size of the region in bytes. */
export declare function regionSize(layout: Layout, mem: Mem): bigint;
/** Gives the end of the region to the page allocator. @source kernel/crash_core.c:crash_shrink_memory */
export declare function shrinkRegion(layout: Layout, mem: Mem, pages: number): void;
