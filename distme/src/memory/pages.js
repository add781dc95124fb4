import { assert } from "../base/assert.js";
import { hasSourceFor } from "./entries.js";
import { contentOf, findFrame, isFree, purposes, release, setContent, setRole, } from "./frames.js";
import { localImage } from "./kimage.js";
import { imagePlan } from "./layout.js";
import { currentPage } from "./loading.js";
/** Where the pages of an image come from. @source kernel/kexec_core.c:kimage_alloc_page */
/** Whether the kernel takes a frame for a destination of the image. @source kimage_is_destination_range */
export function isDestination(layout, mem, image, pfn) {
    const { destinations, emptyAtZero } = imagePlan(layout, mem, image);
    return destinations.has(pfn) || (emptyAtZero && testIsInclusive(layout));
}
/** B1: the last byte of an empty segment at address 0 is computed as the last of all addresses. */
function testIsInclusive({ bounds }) {
    return bounds.features.includes("destination-test-inclusive");
}
/** Whether the allocator's frame is one that this kernel cannot copy from. */
export function isOverLimit(layout, pfn) {
    return layout.bounds.overLimit.includes(pfn);
}
/** Whether the allocator's frame is one that nothing stands against: the image just keeps it. */
export function isPlainFrame(layout, mem, image, pfn) {
    return !isOverLimit(layout, pfn) && !isDestination(layout, mem, image, pfn);
}
/** A page that the allocator returned becomes the image's, for one purpose. */
export function takePage(layout, mem, task, page) {
    assert(isFree(layout, mem, page.pfn), `the allocator returned frame ${page.pfn}, which is in use`);
    setRole(layout, mem, page.pfn, { image: localImage(layout, mem, task), ...page });
}
/** The frame parked on `dest_pages` that is the current destination itself, or -1. */
export function parkedHit(layout, mem, task) {
    const { destination } = currentPage(layout, mem, task);
    const image = localImage(layout, mem, task);
    return findFrame(layout, mem, { image, purpose: purposes.PARKED, index: destination });
}
/** Whether the destination that the allocator returned has a source page on the list already. */
export function destinationHasSource(layout, mem, task, pfn) {
    return hasSourceFor(layout, mem, localImage(layout, mem, task), pfn);
}
/**
 * The allocator returned the destination of a page that is already loaded elsewhere: the page
 * moves into place and its old frame, which is nobody's destination, is handed out instead.
 */
export function swapWithOldSource(layout, mem, task, page) {
    const image = localImage(layout, mem, task);
    const role = { image, purpose: purposes.SOURCE, index: page.pfn };
    const old = findFrame(layout, mem, role);
    assert(old >= 0, `frame ${page.pfn} has no source page to swap with`);
    assert(isFree(layout, mem, page.pfn), `the allocator returned frame ${page.pfn}, which is in use`);
    setContent(layout, mem, page.pfn, contentOf(layout, mem, old));
    setRole(layout, mem, page.pfn, role);
    setRole(layout, mem, old, { image, purpose: page.purpose, index: page.index ?? 0 });
}
/** Frees the page that was handed out and did not get onto the list (B8 mended). */
export function freeUnlistedPage(layout, mem, task) {
    const image = localImage(layout, mem, task);
    const pfn = findFrame(layout, mem, { image, purpose: purposes.UNLISTED });
    if (pfn >= 0)
        release(layout, mem, pfn);
}
//# sourceMappingURL=pages.js.map