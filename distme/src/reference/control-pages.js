import { kimageAllocPages } from "./alloc-page.js";
import { frameOf, freePages, setPurpose, } from "./memory.js";
import { kimageIsDestinationRange } from "./segments.js";
import { wrap } from "./state.js";
import { perform } from "./step.js";
/**
 * Finds pages that keep their content while an image is relocated: no segment's destination.
 *
 * @returns null when there are none
 * @source kernel/kexec_core.c:kimage_alloc_control_pages
 */
export function* kimageAllocControlPages(task, image, request) {
    if (image.type === "KEXEC_TYPE_DEFAULT") {
        return yield* kimageAllocNormalControlPages(task, image, request);
    }
    yield* perform(task, { step: "kimage_alloc_crash_control_pages", ...request });
    return kimageAllocCrashControlPages(task.kernel, image, request);
}
/**
 * Asks the page allocator until it returns pages that fit; the others are kept aside meanwhile,
 * so that it does not return them again, and go back at the end.
 *
 * @source kernel/kexec_core.c:kimage_alloc_normal_control_pages
 */
function* kimageAllocNormalControlPages(task, image, request) {
    const { memory, config } = task.kernel;
    const detail = { step: "kimage_alloc_normal_control_pages", ...request };
    let block = yield* kimageAllocPages(task, detail, request);
    while (block !== null && !fitsForControl(task.kernel, image, { block, ...request })) {
        setPurpose(memory, block, "extra");
        image.extra_pages.push(block);
        block = yield* kimageAllocPages(task, detail, request);
    }
    if (block !== null)
        image.control_pages.push(block);
    const extra_pages = image.extra_pages.splice(0);
    if (!config.bugs.extraPagesKept)
        kimageFreePageList(memory, extra_pages);
    return block;
}
/** Whether a block may hold control pages: below the limit, and no segment's destination. */
export function fitsForControl(kernel, image, { block, purpose }) {
    const { memory, config } = kernel;
    const end_pfn = block.frame + 2 ** block.order;
    if (end_pfn >= frameOf(memory, config.controlLimit))
        return false;
    if (config.bugs.swapPageIsDestination && purpose === "swap")
        return true;
    return !kimageIsDestinationRange(kernel, image, block);
}
/**
 * Takes the first hole between the segments of the crash region that is large enough, from where
 * the last control pages ended. Nothing is decided: the same load always gets the same pages.
 *
 * @returns null when no hole is left
 * @source kernel/kexec_core.c:kimage_alloc_crash_control_pages
 */
export function kimageAllocCrashControlPages({ memory, config }, image, { purpose, order }) {
    const size = BigInt(memory.page_bytes * 2 ** order);
    let start = alignUp(image.control_page, size);
    while (true) {
        const last = wrap(start + size - 1n);
        if (last > memory.crashk_res.end || last > config.controlLimit)
            return null;
        const lastOfSegment = lastByteOfOverlap(image, start, last);
        if (lastOfSegment === null) {
            const block = { frame: frameOf(memory, start), order };
            image.control_page = last;
            image.crash_pages.push({ block, purpose });
            return block;
        }
        start = alignUp(lastOfSegment, size);
    }
}
/** The last byte of the first segment that overlaps the bytes `first` to `last`, or null. */
function lastByteOfOverlap(image, first, last) {
    for (const { mem, memsz } of image.segment) {
        const lastOfSegment = wrap(mem + memsz - 1n);
        if (last >= mem && first <= lastOfSegment)
            return lastOfSegment;
    }
    return null;
}
function alignUp(address, size) {
    const end = wrap(address + size - 1n);
    return end - (end % size);
}
/**
 * Gives a list of pages back and empties it.
 *
 * @source kernel/kexec_core.c:kimage_free_page_list
 */
export function kimageFreePageList(memory, list) {
    for (const block of list.splice(0))
        freePages(memory, block);
}
//# sourceMappingURL=control-pages.js.map