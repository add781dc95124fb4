import { addressIn, kimageDstUsed, readEntry, writeEntry } from "./entry-list.js";
import { addressOf, frameOf, freePages, pageOf, setPurpose, writePage, } from "./memory.js";
import { kimageIsDestinationRange } from "./segments.js";
import { frameFrom, perform } from "./step.js";
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
export function* kimageAllocPage(task, image, request) {
    const { memory, config } = task.kernel;
    const use = request.purpose === "source" ? "source" : "list";
    const parked = yield* takeParkedPage(task, image, request);
    if (parked !== null)
        return parked;
    const last_pfn = frameOf(memory, config.sourceLimit);
    while (true) {
        const detail = { step: "kimage_alloc_page", ...request, parked: null };
        const block = yield* kimageAllocPages(task, detail, { order: 0, purpose: use });
        if (block === null)
            return null;
        if (block.frame > last_pfn) {
            keep(task, { list: image.unusable_pages, frame: block.frame, purpose: "unusable" });
            continue;
        }
        const usable = usablePage(task, image, { frame: block.frame, request });
        if (usable !== null) {
            setPurpose(memory, { frame: usable, order: 0 }, use);
            return usable;
        }
        keep(task, { list: image.dest_pages, frame: block.frame, purpose: "parked" });
    }
}
/** Uses the page that was parked because it is the destination itself, if there is one. */
function* takeParkedPage(task, image, request) {
    const { memory, config } = task.kernel;
    if (config.bugs.parkedPageForgotten)
        return null;
    const index = image.dest_pages.findIndex((frame) => addressOf(memory, frame) === request.destination);
    const parked = image.dest_pages[index];
    if (parked === undefined)
        return null;
    yield* perform(task, { step: "kimage_alloc_page", ...request, parked });
    image.dest_pages.splice(index, 1);
    setPurpose(memory, { frame: parked, order: 0 }, "source");
    return parked;
}
/** The page to use now that the allocator returned `frame`: itself, the one whose bytes it took,
 * or none. */
function usablePage(task, image, { frame, request }) {
    const { memory, config } = task.kernel;
    const address = addressOf(memory, frame);
    if (address === request.destination)
        return frame;
    if (!kimageIsDestinationRange(task.kernel, image, { frame, order: 0 }))
        return frame;
    if (config.bugs.doesNotSwapOldSource)
        return null;
    const old = kimageDstUsed(memory, image, address);
    return old === null ? null : moveIntoPlace(task, image, { frame, old });
}
/** Moves the bytes of a loaded destination into the destination itself; frees their old page. */
function moveIntoPlace({ kernel: { memory } }, image, { frame, old }) {
    const oldFrame = frameOf(memory, old.address);
    writePage(memory, frame, pageOf(memory, oldFrame));
    const word = readEntry(memory, image, old.at);
    const flags = word - addressIn(word, memory);
    writeEntry(memory, image, old.at, addressOf(memory, frame) | flags);
    setPurpose(memory, { frame, order: 0 }, "source");
    return oldFrame;
}
function keep({ kernel: { memory } }, { list, frame, purpose }) {
    list.push(frame);
    setPurpose(memory, { frame, order: 0 }, purpose);
}
/**
 * Takes pages from the page allocator, as the environment decides.
 *
 * @returns the pages; null when there are none or the task is being killed
 * @source kernel/kexec_core.c:kimage_alloc_pages
 */
export function* kimageAllocPages(task, detail, { order, purpose }) {
    const frame = yield* frameFrom(task, detail, order);
    if (frame === null || fatalSignalPending(task))
        return null;
    setPurpose(task.kernel.memory, { frame, order }, purpose);
    return { frame, order };
}
/** Whether the task gets no more pages because it is being killed. */
export function fatalSignalPending({ killed, kernel }) {
    return killed && !kernel.config.bugs.killIgnored;
}
/** Gives single pages back and empties their list. */
export function kimageFreePages(memory, frames) {
    for (const frame of frames.splice(0))
        freePages(memory, { frame, order: 0 });
}
//# sourceMappingURL=alloc-page.js.map