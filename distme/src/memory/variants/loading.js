import { dataOf, JUNK, ZEROS } from "../content.js";
import { addEntry, entryKinds } from "../entries.js";
import { findFrame, purposes, setContent, setRole } from "../frames.js";
import { localImage } from "../kimage.js";
import { get, PAGE, planOf, SEGMENT, taskAt } from "../layout.js";
import { addSource, allSegmentsLoaded, currentPage, nextPage, nextSegment, segmentLoaded, } from "../loading.js";
import { isOnCrash } from "../request.js";
export const nextPageVariants = {
    "page-skipped": {
        breaks: "every second page of a segment is not loaded",
        instead: (layout, mem, task) => {
            nextPage(layout, mem, task);
            if (!segmentLoaded(layout, mem, task))
                nextPage(layout, mem, task);
        },
    },
};
export const nextSegmentVariants = {
    "segment-skipped": {
        breaks: "every second segment is not loaded",
        instead: (layout, mem, task) => {
            nextSegment(layout, mem, task);
            if (!allSegmentsLoaded(layout, mem, task))
                nextSegment(layout, mem, task);
        },
    },
};
/** The frame that the current page's bytes are copied to. */
function targetOf(layout, mem, task) {
    const { destination } = currentPage(layout, mem, task);
    if (isOnCrash(planOf(layout, mem, task).request))
        return destination;
    const image = localImage(layout, mem, task);
    return findFrame(layout, mem, { image, purpose: purposes.SOURCE, index: destination });
}
export const clearPageVariants = {
    "page-not-cleared": {
        breaks: "what the buffer leaves open of a page is not cleared",
        instead: () => { },
    },
    "whole-crash-page-cleared": {
        breaks: "nothing that shows: a page is cleared that is written in full",
        instead: (layout, mem, task) => setContent(layout, mem, targetOf(layout, mem, task), ZEROS),
    },
};
export const copyPageVariants = {
    "first-page-copied-again": {
        breaks: "every page of a segment gets the bytes of the first one",
        instead: (layout, mem, task) => {
            const segment = get(mem, taskAt(layout, task) + SEGMENT);
            const first = planOf(layout, mem, task).segments[segment]?.pages[0];
            setContent(layout, mem, targetOf(layout, mem, task), dataOf(first?.symbol ?? 0));
        },
    },
    "page-left-zero": {
        breaks: "the bytes of the last page of a segment are not copied",
        instead: (layout, mem, task) => {
            const page = currentPage(layout, mem, task);
            const at = taskAt(layout, task);
            const pages = planOf(layout, mem, task).segments[get(mem, at + SEGMENT)]?.pages ?? [];
            const content = pages.at(-1) === page ? ZEROS : dataOf(page.symbol);
            setContent(layout, mem, targetOf(layout, mem, task), content);
        },
    },
};
export const tearPageVariants = {
    "torn-page-keeps-its-bytes": {
        breaks: "a page whose copy stopped looks as if nothing had been copied",
        instead: (layout, mem, task) => setContent(layout, mem, targetOf(layout, mem, task), JUNK),
    },
};
export const addDestinationVariants = {
    "destination-one-page-on": {
        breaks: "a segment goes one page behind where it was asked to be",
        instead: (layout, mem, task) => {
            const segment = get(mem, taskAt(layout, task) + SEGMENT);
            const start = planOf(layout, mem, task).segments[segment]?.start ?? 0;
            const image = localImage(layout, mem, task);
            addEntry(layout, mem, image, { kind: entryKinds.DESTINATION, value: start + 1 });
        },
    },
};
export const addSourceVariants = {
    "source-page-stays-unlisted": {
        breaks: "an entry is written, but its page does not count as listed",
        instead: (layout, mem, task) => {
            const image = localImage(layout, mem, task);
            const pfn = findFrame(layout, mem, { image, purpose: purposes.UNLISTED });
            const { destination } = currentPage(layout, mem, task);
            addSource(layout, mem, task);
            setRole(layout, mem, pfn, { image, purpose: purposes.UNLISTED, index: destination });
        },
    },
    "entry-names-the-segment": {
        breaks: "every source page of a segment is meant for the segment's first page",
        instead: (layout, mem, task) => {
            const image = localImage(layout, mem, task);
            const segment = get(mem, taskAt(layout, task) + SEGMENT);
            const value = planOf(layout, mem, task).segments[segment]?.start ?? 0;
            const pfn = findFrame(layout, mem, { image, purpose: purposes.UNLISTED });
            setRole(layout, mem, pfn, { image, purpose: purposes.SOURCE, index: value });
            addEntry(layout, mem, image, { kind: entryKinds.SOURCE, value });
        },
    },
};
export const segmentLoadedVariants = {
    "last-page-not-loaded": {
        breaks: "a segment counts as loaded when its last page is not",
        instead: (layout, mem, task) => {
            const at = taskAt(layout, task);
            const pages = planOf(layout, mem, task).segments[get(mem, at + SEGMENT)]?.pages.length ?? 0;
            return get(mem, at + PAGE) >= pages - 1;
        },
    },
};
export const allSegmentsLoadedVariants = {
    "last-segment-not-loaded": {
        breaks: "an image counts as loaded when its last segment is not",
        instead: (layout, mem, task) => get(mem, taskAt(layout, task) + SEGMENT) >= planOf(layout, mem, task).segments.length - 1,
    },
};
//# sourceMappingURL=loading.js.map