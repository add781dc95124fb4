import { ownerOf, purposeOf, purposes, setRole } from "../frames.js";
import { allocateImage, localImage, statusOf } from "../kimage.js";
import { FLAGS, frameAt, get, HOLE, imageAt, imageStatus, READONLY, VMCOREINFO_SAFECOPY, } from "../layout.js";
import { freeLocalImage, freeSlotImage } from "../slots.js";
export const allocateImageVariants = {
    "crash-image-allocated-as-normal": {
        breaks: "a crash image does not know that it is one",
        instead: (layout, mem, task) => {
            allocateImage(layout, mem, task);
            mem[imageAt(layout, localImage(layout, mem, task)) + FLAGS] = 0;
        },
    },
    "search-for-holes-begins-late": {
        breaks: "the first page of the region is never taken for a control page",
        instead: (layout, mem, task) => {
            allocateImage(layout, mem, task);
            const at = imageAt(layout, localImage(layout, mem, task)) + HOLE;
            if (get(mem, at) > 0)
                mem[at] = get(mem, at) + 1;
        },
    },
};
/** Frees as the kernel does, but for the frames of one purpose, which no list leads to any more. */
function sparing(purpose, free) {
    return (layout, mem, task) => {
        for (let pfn = 0; pfn < layout.frames; pfn++) {
            const image = ownerOf(layout, mem, pfn);
            if (purposeOf(layout, mem, pfn) !== purpose || image > layout.imagesMax)
                continue;
            if (image === 0 || image !== freed(layout, mem, task, free))
                continue;
            setRole(layout, mem, pfn, { image, purpose: purposes.EXTRA });
        }
        free(layout, mem, task);
    };
}
/** The image that a free would free. */
function freed(layout, mem, task, free) {
    const draft = mem.slice();
    free(layout, draft, task);
    for (let image = 1; image <= layout.imagesMax; image++) {
        const was = statusOf(layout, mem, image) === imageStatus.LIVE;
        if (was && statusOf(layout, draft, image) !== imageStatus.LIVE)
            return image;
    }
    return 0;
}
/** Frees as the kernel does and keeps the pointer to vmcoreinfo. */
function keepingPointer(free) {
    return (layout, mem, task) => {
        const pointer = get(mem, VMCOREINFO_SAFECOPY);
        free(layout, mem, task);
        mem[VMCOREINFO_SAFECOPY] = pointer;
    };
}
/** Frees as the kernel does and leaves every page as writable as it was. */
function keepingRights(free) {
    return (layout, mem, task) => {
        const before = mem.slice();
        free(layout, mem, task);
        for (let pfn = 0; pfn < layout.frames; pfn++) {
            mem[frameAt(layout, pfn) + READONLY] = get(before, frameAt(layout, pfn) + READONLY);
        }
    };
}
/** Does something to the slots and variables, but to no image and no frame. */
function withoutFreeing(free) {
    return (layout, mem, task) => {
        const rest = mem.slice(layout.imagesAt);
        keepingPointer(free)(layout, mem, task);
        mem.set(rest, layout.imagesAt);
    };
}
/** kimage_free of the local variable `image`. */
export const freeImageVariants = {
    "skip-free-at-out": {
        breaks: "the label out frees nothing",
        instead: withoutFreeing(freeLocalImage),
    },
    "double-free-at-out": {
        breaks: "the label out frees the image twice",
        instead: (layout, mem, task) => {
            const variables = mem.slice(layout.tasksAt, layout.imagesAt);
            freeLocalImage(layout, mem, task);
            mem.set(variables, layout.tasksAt);
            freeLocalImage(layout, mem, task);
        },
    },
    "unusable-pages-not-freed": {
        breaks: "pages on unusable_pages are not freed with their image",
        instead: sparing(purposes.UNUSABLE, freeLocalImage),
    },
    "parked-pages-not-freed": {
        breaks: "pages on dest_pages are not freed with their image",
        instead: sparing(purposes.PARKED, freeLocalImage),
    },
    "source-pages-not-freed": {
        breaks: "source pages are not freed with their image",
        instead: sparing(purposes.SOURCE, freeLocalImage),
    },
    "list-pages-not-freed": {
        breaks: "pages of the entry list are not freed with their image",
        instead: sparing(purposes.LIST, freeLocalImage),
    },
    "control-pages-not-freed-with-the-image": {
        breaks: "the control code page is not freed with its image",
        instead: sparing(purposes.CONTROL, freeLocalImage),
    },
    "swap-page-not-freed-with-the-image": {
        breaks: "the swap page is not freed with its image",
        instead: sparing(purposes.SWAP, freeLocalImage),
    },
    "tables-not-freed-with-the-image": {
        breaks: "page-table pages are not freed with their image",
        instead: sparing(purposes.TABLE, freeLocalImage),
    },
    "pointer-survives-a-failed-load": {
        breaks: "the vmcoreinfo pointer of a load that failed leads to nothing",
        instead: keepingPointer(freeLocalImage),
    },
    "no-cleanup-of-a-failed-load": {
        breaks: "the control code page of an image that is freed stays read-only",
        instead: keepingRights(freeLocalImage),
    },
};
/** kimage_free of what a slot holds. */
export const freeSlotImageVariants = {
    "old-image-not-freed": {
        breaks: "the image that leaves its slot is not freed",
        instead: withoutFreeing(freeSlotImage),
    },
    "safecopy-not-cleared": {
        breaks: "the vmcoreinfo pointer outlives its image",
        instead: keepingPointer(freeSlotImage),
    },
    "no-cleanup-of-an-old-image": {
        breaks: "the control code page of an image that is replaced stays read-only",
        instead: keepingRights(freeSlotImage),
    },
};
//# sourceMappingURL=kimage.js.map