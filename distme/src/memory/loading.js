import { assert } from "../base/assert.js";
import { copiedOver, TORN, ZEROS } from "./content.js";
import { addEntry, entryKinds } from "./entries.js";
import { contentOf, findFrame, purposes, setContent, setRole } from "./frames.js";
import { localImage } from "./kimage.js";
import { get, PAGE, planOf, SEGMENT, taskAt, } from "./layout.js";
import { isOnCrash } from "./request.js";
/**
 * Loading the segments of an image, page by page.
 *
 * @source kernel/kexec_core.c:kimage_load_normal_segment, kimage_load_crash_segment
 */
/** The segment that a task is working on; undefined behind the last one. */
function currentSegment(layout, mem, task) {
    return planOf(layout, mem, task).segments[get(mem, taskAt(layout, task) + SEGMENT)];
}
/** The page of a segment that a task is working on. */
export function currentPage(layout, mem, task) {
    const at = taskAt(layout, task);
    const page = currentSegment(layout, mem, task)?.pages[get(mem, at + PAGE)];
    assert(page !== undefined, `task ${task} has no page left to load`);
    return page;
}
/** Whether every page of the current segment is loaded. */
export function segmentLoaded(layout, mem, task) {
    const pages = currentSegment(layout, mem, task)?.pages.length ?? 0;
    return get(mem, taskAt(layout, task) + PAGE) === pages;
}
export function allSegmentsLoaded(layout, mem, task) {
    return get(mem, taskAt(layout, task) + SEGMENT) === planOf(layout, mem, task).segments.length;
}
export function nextPage(layout, mem, task) {
    const at = taskAt(layout, task) + PAGE;
    mem[at] = get(mem, at) + 1;
}
export function nextSegment(layout, mem, task) {
    const at = taskAt(layout, task);
    mem[at + PAGE] = 0;
    mem[at + SEGMENT] = get(mem, at + SEGMENT) + 1;
}
/** The frame that the current page's bytes are copied to: its source page, or itself (crash). */
function copyTarget(layout, mem, task) {
    const { destination } = currentPage(layout, mem, task);
    if (isOnCrash(planOf(layout, mem, task).request))
        return destination;
    const image = localImage(layout, mem, task);
    return findFrame(layout, mem, { image, purpose: purposes.SOURCE, index: destination });
}
/** Clears the page: all of a source page, of a crash page only what the buffer leaves open. */
export function clearPage(layout, mem, task) {
    const page = currentPage(layout, mem, task);
    const whole = !isOnCrash(planOf(layout, mem, task).request);
    if (whole || page.chunk !== "full")
        setContent(layout, mem, copyTarget(layout, mem, task), ZEROS);
}
export function copyPage(layout, mem, task) {
    const target = copyTarget(layout, mem, task);
    const page = currentPage(layout, mem, task);
    setContent(layout, mem, target, copiedOver(contentOf(layout, mem, target), page));
}
/** The caller's page did not arrive: some bytes are copied, some are not. */
export function tearPage(layout, mem, task) {
    setContent(layout, mem, copyTarget(layout, mem, task), TORN);
}
/** Begins a segment on the entry list. @source kimage_set_destination */
export function addDestination(layout, mem, task) {
    const value = currentSegment(layout, mem, task)?.start;
    assert(value !== undefined, `task ${task} has no segment left to load`);
    const image = localImage(layout, mem, task);
    addEntry(layout, mem, image, { kind: entryKinds.DESTINATION, value });
}
/** The page that was handed out for the current destination goes onto the list. */
export function addSource(layout, mem, task) {
    const image = localImage(layout, mem, task);
    const { destination } = currentPage(layout, mem, task);
    const pfn = findFrame(layout, mem, { image, purpose: purposes.UNLISTED });
    assert(pfn >= 0, "a page goes onto the list before it was handed out");
    setRole(layout, mem, pfn, { image, purpose: purposes.SOURCE, index: destination });
    addEntry(layout, mem, image, { kind: entryKinds.SOURCE, value: destination });
}
//# sourceMappingURL=loading.js.map