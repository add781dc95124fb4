import { isKilled } from "./call.js";
import { expectedContent } from "./content.js";
import { addEntry, addListPage, entryKinds, listFull, terminateList, UNLINKED } from "./entries.js";
import { isAllocatable, purposes, regionEnd, setContent, setRole } from "./frames.js";
import { allocateImage, localImage, setFlag } from "./kimage.js";
import { get, HOLE, imageAt, imageFlags, planOf, TABLES, } from "./layout.js";
import { isOverLimit } from "./pages.js";
import { takeHole } from "./region.js";
import { isOnCrash } from "./request.js";
/**
 * kexec_file_load, one function of the C code at a time.
 *
 * @omits which frames the allocator hands out: those that no request names come first, then the
 *   lowest, so that frames that can be exchanged stay so
 */
/** Whether there are pages for the image's control code and swap page. */
export function canAllocateFileImage(layout, mem, task) {
    const crash = isOnCrash(planOf(layout, mem, task).request);
    if (crash)
        return holesFrom(layout, mem, task, layout.bounds.frames) > 0;
    return hasPages(layout, mem, task, 2);
}
/** @source kernel/kexec_file.c:kimage_file_alloc_init */
export function allocateFileImage(layout, mem, task) {
    allocateImage(layout, mem, task);
    if (isOnCrash(planOf(layout, mem, task).request)) {
        const image = localImage(layout, mem, task);
        takeHole(layout, mem, image, purposes.CONTROL);
        // the kernel makes the elfcorehdr of such an image itself
        if (layout.bounds.features.includes("crash-hotplug")) {
            setFlag(layout, mem, image, imageFlags.HOTPLUG_SUPPORT);
        }
    }
    else {
        takeOne(layout, mem, task, purposes.CONTROL);
        takeOne(layout, mem, task, purposes.SWAP);
    }
}
/** Whether machine_kexec_prepare finds its pages. */
export function hasRoomForTables(layout, mem, task) {
    const { tablePages } = layout.bounds;
    if (!isOnCrash(planOf(layout, mem, task).request))
        return hasPages(layout, mem, task, tablePages);
    const next = get(mem, imageAt(layout, localImage(layout, mem, task)) + HOLE);
    return holesFrom(layout, mem, task, next) >= tablePages;
}
/** The page tables of machine_kexec_prepare. */
export function takeTables(layout, mem, task) {
    const image = localImage(layout, mem, task);
    const crash = isOnCrash(planOf(layout, mem, task).request);
    for (let table = 0; table < layout.bounds.tablePages; table++) {
        if (crash)
            takeHole(layout, mem, image, purposes.TABLE);
        else
            takeOne(layout, mem, task, purposes.TABLE);
    }
    mem[imageAt(layout, image) + TABLES] = layout.bounds.tablePages;
}
/** Whether there are pages for the data of every segment, and for the list that names them. */
export function hasRoomForSegments(layout, mem, task) {
    const { request, segments } = planOf(layout, mem, task);
    if (isOnCrash(request))
        return true;
    const pages = segments.reduce((sum, segment) => sum + segment.pages.length, 0);
    const lists = Math.ceil((segments.length + pages) / (layout.bounds.listPageWords - 1));
    return hasPages(layout, mem, task, pages + lists);
}
/**
 * Loads every segment from the kernel's own buffers.
 *
 * @source kernel/kexec_core.c:kimage_load_segment, kimage_terminate
 */
export function loadFileSegments(layout, mem, task) {
    const { request, segments } = planOf(layout, mem, task);
    for (const { start, pages } of segments) {
        if (isOnCrash(request)) {
            for (const page of pages)
                setContent(layout, mem, page.destination, expectedContent(page));
        }
        else {
            addTo(layout, mem, task, { kind: entryKinds.DESTINATION, value: start });
            for (const page of pages)
                loadPage(layout, mem, task, page);
        }
    }
    terminateList(layout, mem, localImage(layout, mem, task));
}
function loadPage(layout, mem, task, page) {
    const { destination } = page;
    const pfn = takeOne(layout, mem, task, purposes.SOURCE, destination);
    setContent(layout, mem, pfn, expectedContent(page));
    addTo(layout, mem, task, { kind: entryKinds.SOURCE, value: destination });
}
function addTo(layout, mem, task, entry) {
    const image = localImage(layout, mem, task);
    if (listFull(layout, mem, image)) {
        takeOne(layout, mem, task, purposes.LIST, UNLINKED);
        addListPage(layout, mem, image);
    }
    addEntry(layout, mem, image, entry);
}
/** Takes the first page that fits; somebody asked before whether there is one. */
function takeOne(layout, mem, task, ...[purpose, index = 0]) {
    const [pfn = -1] = pagesThatFit(layout, mem, task);
    setRole(layout, mem, pfn, { image: localImage(layout, mem, task), purpose, index });
    return pfn;
}
/** A killed task gets no page at all. */
function hasPages(layout, mem, task, wanted) {
    if (wanted === 0)
        return true;
    return !isKilled(layout, mem, task) && pagesThatFit(layout, mem, task).length >= wanted;
}
/** Free frames that are no destination of the task's request, those that no request names first. */
function pagesThatFit(layout, mem, task) {
    const { destinations } = planOf(layout, mem, task);
    const fits = [];
    for (const interchangeable of [true, false]) {
        for (let pfn = 0; pfn < layout.frames; pfn++) {
            if ((layout.isInterchangeable[pfn] ?? false) !== interchangeable)
                continue;
            if (!isAllocatable(layout, mem, pfn) || isOverLimit(layout, pfn))
                continue;
            if (!destinations.has(pfn))
                fits.push(pfn);
        }
    }
    return fits;
}
/** Frames of the region, from one on, that no segment of the task's request needs. */
function holesFrom(layout, mem, task, first) {
    const { destinations } = planOf(layout, mem, task);
    let holes = 0;
    for (let pfn = first; pfn < regionEnd(layout, mem); pfn++)
        if (!destinations.has(pfn))
            holes++;
    return holes;
}
//# sourceMappingURL=file-load.js.map