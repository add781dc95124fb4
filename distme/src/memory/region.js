import { ADDRESS_SPACE_bytes } from "../kernel/kexec.js";
import { PAGE_SIZE_bytes, reservedRegion } from "./bounds.js";
import { purposes, regionEnd, setRole } from "./frames.js";
import { controlCodeFrame, controlPageRox } from "./kimage.js";
import { CONTROL_CODE, frameAt, get, HOLE, imageAt, imagePlan, KEXEC_CRASH_IMAGE, READONLY, SHRUNK, } from "./layout.js";
/** The crash region as it is now. @source kernel/crash_core.c:crashk_res */
export function crashkRes(layout, mem) {
    const { start } = reservedRegion(layout.bounds);
    const end = BigInt(regionEnd(layout, mem)) * PAGE_SIZE_bytes - 1n;
    // an empty region is 0 to 0 from 6.5 on; before it ended one byte before its start
    if (end < start && layout.bounds.features.includes("released-region-cleared")) {
        return { start: 0n, end: 0n };
    }
    return { start, end };
}
export function isReadonly(layout, mem, pfn) {
    return get(mem, frameAt(layout, pfn) + READONLY) !== 0;
}
/** Whether any page of the region is read-only; not asked where a control code page is by itself. */
export function someReadonly(layout, mem) {
    if (controlPageRox(layout))
        return false;
    for (let pfn = layout.bounds.frames; pfn < regionEnd(layout, mem); pfn++) {
        if (isReadonly(layout, mem, pfn))
            return true;
    }
    return false;
}
/**
 * Makes the region read-only, all but the control code page of the installed crash image, which
 * has rights of its own.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_protect_crashkres
 */
export function protectRegion(layout, mem) {
    setRegionReadonly(layout, mem, 1);
}
/** @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_unprotect_crashkres */
export function unprotectRegion(layout, mem) {
    setRegionReadonly(layout, mem, 0);
}
function setRegionReadonly(layout, mem, readonly) {
    for (let pfn = layout.bounds.frames; pfn < regionEnd(layout, mem); pfn++) {
        if (!isControlCode(layout, mem, pfn))
            mem[frameAt(layout, pfn) + READONLY] = readonly;
    }
}
/** Whether a frame holds the control code of the installed crash image. */
export function isControlCode(layout, mem, pfn) {
    const crash = get(mem, KEXEC_CRASH_IMAGE);
    return crash !== 0 && get(mem, imageAt(layout, crash) + CONTROL_CODE) === pfn + 1;
}
/** Whether preparing the image would write to a page that may not be written. */
export function controlPageReadonly(layout, mem, image) {
    const pfn = controlCodeFrame(layout, mem, image);
    return controlPageRox(layout) && pfn >= 0 && isReadonly(layout, mem, pfn);
}
/** Whether the jump to the crash image would run into a page without the right to be executed. */
export function crashJumpFaults(layout, mem) {
    const pfn = controlCodeFrame(layout, mem, get(mem, KEXEC_CRASH_IMAGE));
    return controlPageRox(layout) && pfn >= 0 && !isReadonly(layout, mem, pfn);
}
/** The control code is in its page: nobody writes there any more. */
export function sealControlPage(layout, mem, image) {
    const pfn = controlCodeFrame(layout, mem, image);
    if (controlPageRox(layout) && pfn >= 0)
        mem[frameAt(layout, pfn) + READONLY] = 1;
}
/**
 * The frame where the next control page of a crash image goes: the first from its `control_page`
 * on that no segment needs; -1 when the region has none left.
 *
 * @source kernel/kexec_core.c:kimage_alloc_crash_control_pages
 */
export function nextHole(layout, mem, image) {
    const { destinations } = imagePlan(layout, mem, image);
    const end = regionEnd(layout, mem);
    for (let pfn = get(mem, imageAt(layout, image) + HOLE); pfn < end; pfn++) {
        if (!destinations.has(pfn))
            return pfn;
    }
    return -1;
}
/**
 * Takes the next hole; the search for another one begins behind it. Who used the frame before is
 * not asked: the region has no allocator.
 */
export function takeHole(layout, mem, image, purpose) {
    const pfn = nextHole(layout, mem, image);
    setRole(layout, mem, pfn, { image, purpose });
    mem[imageAt(layout, image) + HOLE] = pfn + 1;
    if (purpose === purposes.CONTROL)
        mem[imageAt(layout, image) + CONTROL_CODE] = pfn + 1;
}
/** Pages of the region that a size in bytes leaves, the last one counted whole. */
export function pagesFor(size_bytes) {
    return Number((size_bytes + PAGE_SIZE_bytes - 1n) / PAGE_SIZE_bytes);
}
/**
 * A new size as it is compared with the region's: in whole pages, from 6.5, 6.1.39 and 5.10.188 on. The last 4095 sizes of
 * the address space round up to 0 (N1).
 */
export function comparedSize({ bounds: { features } }, size_bytes) {
    if (!features.includes("shrink-rounds-first"))
        return size_bytes;
    const rounded = BigInt(pagesFor(size_bytes)) * PAGE_SIZE_bytes;
    return features.includes("shrink-rounding-wraps") ? rounded % ADDRESS_SPACE_bytes : rounded;
}
/** The size of the region in bytes. */
export function regionSize(layout, mem) {
    return BigInt(regionEnd(layout, mem) - layout.bounds.frames) * PAGE_SIZE_bytes;
}
/** Gives the end of the region to the page allocator. @source kernel/crash_core.c:crash_shrink_memory */
export function shrinkRegion(layout, mem, pages) {
    mem[SHRUNK] = layout.bounds.crashFrames - pages;
}
//# sourceMappingURL=region.js.map