import { errnos } from "../src/kernel/errno.js";
import { isAlone, isKilled, isLoading, resultOf } from "../src/memory/call.js";
import { ELFCOREHDR, expectedContent, PEER } from "../src/memory/content.js";
import { elfcorehdrFrame } from "../src/memory/elfcorehdr.js";
import { isTerminated, relocated } from "../src/memory/entries.js";
import { contentOf, indexOf, isFree, isLost, ownerOf, purposeOf, purposes, } from "../src/memory/frames.js";
import { hasFlag } from "../src/memory/kimage.js";
import { get, IMAGE, imageFlags, imagePlan, KEXEC_CRASH_IMAGE, planOf, } from "../src/memory/layout.js";
import { lockHolder } from "../src/memory/lock.js";
import { isOverLimit } from "../src/memory/pages.js";
import { isRelocating } from "../src/memory/relocation.js";
import { has, installedImages, isLive, ofTask, pfns, taskByte, tasksOf, } from "./state.js";
/** Purposes as bits: these are asked of every frame of every state. */
function setOf(...list) {
    return list.reduce((set, purpose) => set | (1 << purpose), 0);
}
const neverDestinations = setOf(purposes.CONTROL, purposes.SWAP, purposes.TABLE, purposes.LIST, purposes.VMCOREINFO);
const sources = setOf(purposes.SOURCE);
/** Which page frame may serve which purpose, what it holds, and who gets it back. */
export const pages = (layout) => [
    {
        kind: "always",
        name: "control-pages-are-no-destinations",
        statement: "No control, swap, table, list or vmcoreinfo page of an image is a destination of it.",
        source: "kernel/kexec_core.c:kimage_alloc_control_pages",
        refutedBy: "control-page-may-be-destination",
        when: ({ context: { mem } }) => pfns(layout).some((pfn) => isOwned(layout, mem, pfn, neverDestinations)),
        holds: ({ context: { mem } }) => pfns(layout).every((pfn) => !isOwned(layout, mem, pfn, neverDestinations) || !isAsked(layout, mem, pfn)),
    },
    {
        kind: "always",
        name: "source-pages-in-place-or-nobodys",
        statement: "A source page of an image is in place, or is no destination of that image.",
        source: "kernel/kexec_core.c:kimage_alloc_page",
        refutedBy: "source-page-may-be-destination",
        notClaimed: "anything about two images: a source of one may be a destination of the other",
        when: ({ context: { mem } }) => pfns(layout).some((pfn) => isOwned(layout, mem, pfn, sources)),
        holds: ({ context: { mem } }) => pfns(layout).every((pfn) => !isOwned(layout, mem, pfn, sources) ||
            indexOf(layout, mem, pfn) === pfn ||
            !isAsked(layout, mem, pfn)),
    },
    {
        kind: "always",
        name: "no-page-over-the-limit-is-used",
        statement: "A frame over the limit is set aside, and never used.",
        source: "kernel/kexec_core.c:kimage_alloc_normal_control_pages, kimage_alloc_page",
        refutedBy: "page-over-limit-used",
        when: ({ context: { mem } }) => layout.bounds.overLimit.some((pfn) => ownerOf(layout, mem, pfn) !== 0),
        holds: ({ context: { mem } }) => layout.bounds.overLimit.every((pfn) => {
            const purpose = purposeOf(layout, mem, pfn);
            return [0, purposes.EXTRA, purposes.UNUSABLE].includes(purpose);
        }),
    },
    {
        kind: "always",
        name: "installed-image-holds-the-callers-data",
        statement: "The list of an installed image, walked, puts into every destination what the caller's " +
            "buffer held when it was copied, then zeros; a crash image is in place.",
        source: "kernel/kexec_core.c:kimage_load_normal_segment, kimage_load_crash_segment",
        refutedBy: "page-not-cleared",
        notClaimed: "anything while its pages are moved or exchanged",
        when: ({ context: { mem } }) => installedImages(mem).length > 0 && !isAlone(mem) && !isRelocating(mem),
        holds: ({ context: { mem } }) => installedImages(mem).every((image) => isComplete(layout, mem, image)),
    },
    {
        kind: "always",
        name: "lock-free-frames-are-installed",
        statement: "While the lock is free, every owned frame belongs to an installed image, or to one that a " +
            "kexec_file_load is about to free.",
        source: "kernel/kexec_core.c:kimage_load_normal_segment",
        refutedBy: "control-pages-not-freed",
        expect: has(layout, "frees-unlisted-source-page")
            ? { kind: "holds" }
            : {
                kind: "known-violation",
                id: "B8",
                reason: "a source page that waits for its entry when the list page is refused is on no " +
                    "list: kimage_free does not find it, and the frame is lost for good",
            },
        when: ({ context: { mem } }) => lockHolder(mem) < 0,
        holds: ({ context: { mem } }) => {
            const installed = installedImages(mem);
            return pfns(layout).every((pfn) => {
                const owner = ownerOf(layout, mem, pfn);
                return owner === 0 || installed.includes(owner) || isHeld(layout, mem, owner);
            });
        },
    },
    {
        kind: "alwaysStep",
        name: "only-an-unlisted-source-page-is-lost",
        statement: "A frame is lost only by a call that ends with ENOMEM, and only a source page that was " +
            "waiting for its entry.",
        source: "kernel/kexec_core.c:kimage_free",
        refutedBy: "unusable-pages-not-freed",
        ...ofTask(layout, [], {
            holds: ({ before, after, task }) => pfns(layout).every((pfn) => !isLost(layout, after, pfn) ||
                isLost(layout, before, pfn) ||
                (purposeOf(layout, before, pfn) === purposes.UNLISTED &&
                    resultOf(layout, before, task) === errnos.ENOMEM)),
        }),
    },
    {
        kind: "alwaysStep",
        name: "only-destinations-are-set-aside",
        statement: "The search for a control page sets a page aside if and only if some byte of it belongs to " +
            "a segment of the image, or it lies over the limit.",
        source: "kernel/kexec_core.c:kimage_is_destination_range",
        refutedBy: "destination-test-inclusive",
        expect: has(layout, "destination-test-inclusive")
            ? {
                kind: "known-violation",
                id: "B1",
                reason: "the last byte of an empty segment at address 0 is computed as the last of all " +
                    "addresses: every page is set aside until memory is used up",
            }
            : { kind: "holds" },
        ...ofTask(layout, ["kimage_alloc_normal_control_pages"], {
            when: ({ before, task }) => !isKilled(layout, before, task),
            holds: ({ before, after, plan }) => pfns(layout).every((pfn) => {
                if (!isFree(layout, before, pfn) || isFree(layout, after, pfn))
                    return true;
                const aside = purposeOf(layout, after, pfn) === purposes.EXTRA;
                return aside === (plan.destinations.has(pfn) || isOverLimit(layout, pfn));
            }),
        }),
    },
    {
        kind: "alwaysStep",
        name: "set-aside-pages-are-given-back",
        statement: "When the search for a control page ends, with a page or without, no page stays set aside.",
        source: "kernel/kexec_core.c:kimage_alloc_normal_control_pages",
        refutedBy: "extra-pages-not-given-back",
        ...ofTask(layout, ["kimage_alloc_normal_control_pages"], {
            when: ({ before, after }) => setAside(layout, after) <= setAside(layout, before),
            holds: ({ after }) => setAside(layout, after) === 0,
        }),
    },
    {
        kind: "sometimes",
        name: "a-source-page-is-in-place",
        statement: "At some moment a source page of an image is its own destination.",
        source: "kernel/kexec_core.c:kimage_alloc_page",
        holds: ({ context: { mem } }) => pfns(layout).some((pfn) => indexOf(layout, mem, pfn) === pfn && isOwned(layout, mem, pfn, sources)),
    },
];
/** Whether a frame belongs to a living image, for one of these purposes. */
function isOwned(layout, mem, pfn, wanted) {
    const owner = ownerOf(layout, mem, pfn);
    if (owner === 0 || owner > layout.imagesMax)
        return false;
    if ((wanted & (1 << purposeOf(layout, mem, pfn))) === 0)
        return false;
    return isLive(layout, mem, owner);
}
/** Whether a frame is a destination of the image that it belongs to, as its caller asked. */
function isAsked(layout, mem, pfn) {
    return imagePlan(layout, mem, ownerOf(layout, mem, pfn)).destinations.has(pfn);
}
/** Whether a call by file, or a task that died in one, still has an image without the lock. */
function isHeld(layout, mem, image) {
    return tasksOf(layout).some((task) => taskByte(layout, mem, task, IMAGE) === image &&
        (!isLoading(layout, mem, task) || planOf(layout, mem, task).request.file === true));
}
function setAside(layout, mem) {
    return pfns(layout).filter((pfn) => purposeOf(layout, mem, pfn) === purposes.EXTRA).length;
}
/**
 * Whether an installed image holds what its caller asked for, where it must be when it runs. The
 * kernel may have rewritten the elfcorehdr since, and the peer of a jump what it was lent.
 */
export function isComplete(layout, mem, image) {
    if (!isLive(layout, mem, image) || !isTerminated(layout, mem, image))
        return false;
    const crash = image === get(mem, KEXEC_CRASH_IMAGE);
    if (crash !== hasFlag(layout, mem, image, imageFlags.TYPE_CRASH))
        return false;
    const pages = pagesOf(imagePlan(layout, mem, image));
    if (crash) {
        const elfcorehdr = hasFlag(layout, mem, image, imageFlags.HOTPLUG_SUPPORT)
            ? elfcorehdrFrame(layout, mem, image)
            : -1;
        return pages.every((page) => {
            const content = contentOf(layout, mem, page.destination);
            if (content === ELFCOREHDR && page.destination === elfcorehdr)
                return true;
            return content === expectedContent(page);
        });
    }
    const lent = hasFlag(layout, mem, image, imageFlags.REENTRY);
    const found = relocated(layout, mem, image);
    return (found.size === pages.length &&
        pages.every((page) => {
            const content = found.get(page.destination);
            return content === expectedContent(page) || (lent && content === PEER);
        }));
}
const known = new WeakMap();
/** Every page of a request; the list is made once. */
function pagesOf(plan) {
    let pages = known.get(plan);
    if (!pages) {
        pages = plan.segments.flatMap((segment) => segment.pages);
        known.set(plan, pages);
    }
    return pages;
}
//# sourceMappingURL=pages.js.map