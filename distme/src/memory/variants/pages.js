import { JUNK } from "../content.js";
import { findFrame, purposes, release, setContent } from "../frames.js";
import { imagePlan } from "../layout.js";
import { isDestination, swapWithOldSource, takePage } from "../pages.js";
/** The test that keeps control pages away from destinations, and source pages from other ones. */
export const isDestinationVariants = {
    "destination-test-inclusive": {
        breaks: "an empty segment at address 0 makes every page a destination (B1)",
        instead: (layout, mem, image, pfn) => imagePlan(layout, mem, image).emptyAtZero || isDestination(layout, mem, image, pfn),
    },
    "destination-test-misses-the-last-page": {
        breaks: "the last page of an image is not taken for a destination",
        instead: (layout, mem, image, pfn) => isDestination(layout, mem, image, pfn) &&
            pfn !== Math.max(...imagePlan(layout, mem, image).destinations),
    },
    "destination-test-misses-the-first-page": {
        breaks: "the first page of an image is not taken for a destination",
        instead: (layout, mem, image, pfn) => isDestination(layout, mem, image, pfn) &&
            pfn !== Math.min(...imagePlan(layout, mem, image).destinations),
    },
    "destination-test-one-page-on": {
        breaks: "the page behind a destination is taken for one",
        instead: (layout, mem, image, pfn) => isDestination(layout, mem, image, pfn) || isDestination(layout, mem, image, pfn - 1),
    },
};
export const isOverLimitVariants = {
    "limit-ignored": {
        breaks: "no page is over the limit",
        instead: () => false,
    },
};
export const takePageVariants = {
    "page-for-the-next-destination": {
        breaks: "a source page is remembered for the destination behind its own",
        instead: (layout, mem, task, page) => {
            const unlisted = page.purpose === purposes.UNLISTED;
            const index = unlisted ? (page.index ?? 0) + 1 : page.index;
            takePage(layout, mem, task, { ...page, ...(index !== undefined && { index }) });
        },
    },
};
export const swapWithOldSourceVariants = {
    "moved-page-loses-its-content": {
        breaks: "a page that moves into place leaves its bytes behind",
        instead: (layout, mem, task, page) => {
            swapWithOldSource(layout, mem, task, page);
            setContent(layout, mem, page.pfn, JUNK);
        },
    },
    "moved-page-is-handed-out": {
        breaks: "the destination itself is handed out, and not the page that it replaces",
        instead: (layout, mem, task, page) => takePage(layout, mem, task, page),
    },
};
export const giveBackExtraPagesVariants = {
    "one-extra-page-kept": {
        breaks: "one of the pages that were set aside stays taken",
        instead: (layout, mem, image) => {
            const role = { image, purpose: purposes.EXTRA };
            const first = findFrame(layout, mem, role);
            for (let pfn = first + 1; first >= 0 && pfn < layout.frames; pfn++) {
                if (findFrame(layout, mem, role) < 0)
                    break;
                if (isExtra(layout, mem, image, pfn))
                    release(layout, mem, pfn);
            }
        },
    },
};
function isExtra(layout, mem, image, pfn) {
    const draft = mem.slice();
    for (let other = 0; other < pfn; other++)
        release(layout, draft, other);
    return findFrame(layout, draft, { image, purpose: purposes.EXTRA }) === pfn;
}
//# sourceMappingURL=pages.js.map