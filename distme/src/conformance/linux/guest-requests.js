import { ADDRESS_SPACE_bytes } from "../../kernel/kexec.js";
import { imagePagesMax, PAGE_SIZE_bytes, reservedRegion, } from "../../memory/bounds.js";
import { isOnCrash } from "../../memory/request.js";
import { chunkOf } from "../../memory/segments.js";
/**
 * Turns requests for the model's few page frames into requests for a machine.
 *
 * A request is about landmarks: the beginning of memory, the ends of the crash region, half of
 * RAM, the destination limit. Whatever the model's request places or measures by one of them, the
 * machine's request places or measures by the same one, at the same distance. So a request breaks
 * the same rules on both, and none else; a test shows it for every request that we have.
 */
/** Entries of a real list page beside the link: (4096 - 8) / 8. */
export const LIST_ENTRIES = 511;
/** The stretch that makes a page's entry the first one that the second list page gets. */
export function stretchTo(request, at) {
    const before = request.segments
        .slice(0, at.segment)
        .reduce((sum, segment) => sum + 1 + wholePages(segment), 0);
    return { ...at, pages: LIST_ENTRIES - (before + 1 + at.page) };
}
/** Where a page of the model's request is in the stretched one. */
export function stretchedPage(page, stretch) {
    if (stretch === null || page.segment !== stretch.segment || page.page < stretch.page)
        return page;
    return { ...page, page: page.page + stretch.pages };
}
/**
 * The same request for a machine.
 *
 * In one case it breaks one rule more: a crash image that exceeds half of RAM also leaves a region
 * that is smaller than that. The kernel asks for the region last, so nothing is seen of it.
 */
export function guestRequest(request, bounds, memory, stretch = null) {
    const place = isOnCrash(request) ? crashPlace(bounds, memory) : normalPlace(bounds, memory);
    const gap = stretch && {
        before: frameOf(request.segments[stretch.segment]?.mem ?? 0n) + stretch.page,
        pages: stretch.pages,
    };
    return {
        entry: isOnCrash(request) ? guestEntry(request.entry, bounds, memory) : request.entry,
        segments: request.segments.map((segment) => {
            const guest = guestSegment(segment, place, gap);
            const large = request.segments.find((other) => isBehind(segment, other, bounds));
            if (large === undefined)
                return guest;
            const behind = endOf(guestSegment(large, place, gap)) + (segment.mem - endOf(large));
            return behind > guest.mem ? { ...guest, mem: behind } : guest;
        }),
    };
}
function guestSegment(segment, place, gap) {
    if (wraps(segment))
        return segment; // no frame at all
    const pfn = frameOf(segment.mem);
    const count = wholePages(segment);
    const start = place.start(pfn) + (gap && pfn > gap.before ? gap.pages : 0);
    const inserted = gap && pfn <= gap.before && pfn + count > gap.before ? gap.pages : 0;
    const memsz = bytes(place.pages(count, pfn) + inserted) + (segment.memsz % PAGE_SIZE_bytes);
    const isFull = segment.bufsz >= segment.memsz;
    const isReached = gap !== null && chunkOf(segment, gap.before - pfn) > 0n;
    return {
        mem: bytes(start) + (segment.mem % PAGE_SIZE_bytes),
        memsz,
        bufsz: isFull
            ? memsz + (segment.bufsz - segment.memsz)
            : segment.bufsz + (isReached ? bytes(inserted) : 0n),
    };
}
/** Whether a segment is behind one of half of RAM or more: it must stay behind it. */
function isBehind(segment, other, bounds) {
    return (wholePages(other) >= imagePagesMax(bounds) && endOf(other) <= segment.mem && !wraps(segment));
}
function wraps(segment) {
    return endOf(segment) >= ADDRESS_SPACE_bytes;
}
function normalPlace(bounds, memory) {
    return {
        start: (pfn) => overLimit(pfn, bounds, memory) ?? memory.base + pfn,
        pages: (count) => scaled(count, bounds, memory),
    };
}
function crashPlace(bounds, memory) {
    const { frames, crashFrames } = bounds;
    const { start, end } = memory.crash;
    return {
        start: (pfn) => {
            const offset = pfn - frames;
            // What lies in the second half of the region, or behind it, belongs to the region's end.
            const inRegion = offset * 2 < crashFrames ? start + offset : end + (offset - crashFrames);
            return overLimit(pfn, bounds, memory) ?? inRegion;
        },
        pages: (count, pfn) => pfn === frames && fillsRegion(count, bounds)
            ? end - start - guestRoom(crashFrames - count, bounds.tablePages, memory)
            : scaled(count, bounds, memory),
    };
}
/** Whether so many pages are meant to leave little of the region, in a world where they may. */
function fillsRegion(count, bounds) {
    const { crashFrames } = bounds;
    return (count > 1 &&
        count * 2 >= crashFrames &&
        count <= crashFrames &&
        crashFrames <= imagePagesMax(bounds));
}
/** Where the frames at and over the model's destination limit are, or null. */
function overLimit(pfn, { frames, crashFrames }, { limit }) {
    const first = frames + crashFrames + 8; // as in destinationLimit
    return pfn < first ? null : limit + (pfn - first);
}
/** Small lengths are kept; a large one is measured by half of RAM, the most an image may have. */
function scaled(pages, bounds, memory) {
    const half = imagePagesMax(bounds);
    return pages < half ? pages : memory.imagePagesMax + (pages - half);
}
/**
 * Pages to leave free in the region, so that the same step is the first to find none.
 *
 * The model needs one page for the control code, then `tablePages`, then one for vmcoreinfo. A
 * kernel needs more for the control code (two up to 6.1) and the tables; `memory.room` says how
 * many on this machine.
 */
function guestRoom(pages, tablePages, { room }) {
    if (pages === 0)
        return 0;
    const forTables = pages - 1;
    if (forTables < tablePages)
        return room.control + Math.min(forTables, room.tables - 1);
    const all = room.control + room.tables + (forTables - tablePages);
    // the control code begins at a multiple of its own size: with an odd page left, one is of no use
    const odd = all % room.control;
    return forTables === tablePages || odd === 0 ? all : all + (room.control - odd);
}
/** An entry point keeps its distance from the region's nearer end. */
function guestEntry(entry, bounds, memory) {
    const { start } = reservedRegion(bounds);
    const end = start + bytes(bounds.crashFrames);
    return entry - start < end - entry
        ? bytes(memory.crash.start) + (entry - start)
        : bytes(memory.crash.end) + (entry - end);
}
function frameOf(address) {
    return Number(address / PAGE_SIZE_bytes);
}
function wholePages({ memsz }) {
    return Number(memsz / PAGE_SIZE_bytes);
}
function endOf({ mem, memsz }) {
    return mem + memsz;
}
function bytes(pages) {
    return BigInt(pages) * PAGE_SIZE_bytes;
}
//# sourceMappingURL=guest-requests.js.map