import { purposes, regionEnd, setRole } from "../frames.js";
import { CONTROL_CODE, frameAt, get, HOLE, imageAt, READONLY, SHRUNK, } from "../layout.js";
import { protectRegion, shrinkRegion, takeHole, unprotectRegion } from "../region.js";
function setLast(layout, mem, readonly) {
    const last = regionEnd(layout, mem) - 1;
    if (last >= layout.bounds.frames)
        mem[frameAt(layout, last) + READONLY] = readonly;
}
export const protectRegionVariants = {
    "last-page-left-writable": {
        breaks: "the last page of the region is not protected",
        instead: (layout, mem) => {
            protectRegion(layout, mem);
            setLast(layout, mem, 0);
        },
    },
};
export const unprotectRegionVariants = {
    "last-page-left-read-only": {
        breaks: "the last page of the region cannot be written",
        instead: (layout, mem) => {
            unprotectRegion(layout, mem);
            setLast(layout, mem, 1);
        },
    },
};
export const sealControlPageVariants = {
    "control-page-not-sealed": {
        breaks: "preparing an image does not make its control code page executable",
        instead: () => { },
    },
};
export const takeHoleVariants = {
    "hole-taken-twice": {
        breaks: "the next control page of a crash image is the same page again",
        instead: (layout, mem, image, purpose) => {
            const at = imageAt(layout, image) + HOLE;
            takeHole(layout, mem, image, purpose);
            mem[at] = get(mem, at) - 1;
        },
    },
    "hole-in-a-segment": {
        breaks: "a control page of a crash image is taken where a segment goes",
        instead: (layout, mem, image, purpose) => {
            const at = imageAt(layout, image);
            const pfn = get(mem, at + HOLE);
            setRole(layout, mem, pfn, { image, purpose });
            mem[at + HOLE] = pfn + 1;
            if (purpose === purposes.CONTROL)
                mem[at + CONTROL_CODE] = pfn + 1;
        },
    },
};
export const shrinkRegionVariants = {
    "region-one-page-too-small": {
        breaks: "one page more is given back than was asked for",
        instead: (layout, mem, pages) => shrinkRegion(layout, mem, Math.max(0, pages - 1)),
    },
    "region-one-page-too-large": {
        breaks: "one page fewer is given back than was asked for",
        instead: (layout, mem, pages) => shrinkRegion(layout, mem, pages + 1),
    },
    "crash-size-can-grow": {
        breaks: "a second new size takes a page back from the page allocator",
        instead: (layout, mem, pages) => {
            const shrunk = get(mem, SHRUNK);
            if (shrunk > 0)
                mem[SHRUNK] = shrunk - 1;
            else
                shrinkRegion(layout, mem, pages);
        },
    },
};
//# sourceMappingURL=region.js.map