import { CONTENT, frameAt, get, INDEX, ROLE, SHRUNK } from "./layout.js";
/**
 * What a page frame is used for.
 *
 * A frame says which image owns it and for what; no image holds frame numbers (destinations
 * apart). So frames that no request names can be exchanged, and sorting them is a canonical form.
 */
export const purposes = {
    /** The control code page. */
    CONTROL: 1,
    SWAP: 2,
    /** A page-table page of machine_kexec_prepare. */
    TABLE: 3,
    /** A page of the entry list; its index is its number. */
    LIST: 4,
    /** On the entry list; its index is the destination frame that it will be copied to. */
    SOURCE: 5,
    /** Handed out as a source page, and not on the list yet; its index is its destination. */
    UNLISTED: 6,
    /** On `dest_pages`: a destination that the allocator handed out too early. */
    PARKED: 7,
    /** On `unusable_pages`: over the limit for source pages. */
    UNUSABLE: 8,
    /** On the local list `extra_pages` while control pages are looked for. */
    EXTRA: 9,
    /** The crash image's copy of vmcoreinfo. */
    VMCOREINFO: 10,
};
const FREE = 0;
/** Stands where an image's reference would: the frame's image is gone and nobody can free it. */
const LOST = 15;
/** The role of a frame: an image's reference in the high half, a purpose in the low half. */
function roleOf(image, purpose) {
    return (image << 4) | purpose;
}
export function ownerOf(layout, mem, pfn) {
    return get(mem, frameAt(layout, pfn) + ROLE) >> 4;
}
export function purposeOf(layout, mem, pfn) {
    return get(mem, frameAt(layout, pfn) + ROLE) & 15;
}
export function indexOf(layout, mem, pfn) {
    return get(mem, frameAt(layout, pfn) + INDEX);
}
export function contentOf(layout, mem, pfn) {
    return get(mem, frameAt(layout, pfn) + CONTENT);
}
export function setContent(layout, mem, pfn, content) {
    mem[frameAt(layout, pfn) + CONTENT] = content;
}
export function isFree(layout, mem, pfn) {
    return get(mem, frameAt(layout, pfn) + ROLE) === FREE;
}
/** Whether a frame belongs to an image that was freed without it. */
export function isLost(layout, mem, pfn) {
    return ownerOf(layout, mem, pfn) === LOST;
}
export function setRole(layout, mem, pfn, role) {
    const at = frameAt(layout, pfn);
    mem[at + ROLE] = roleOf(role.image, role.purpose);
    mem[at + INDEX] = role.index ?? 0;
}
/** Gives a frame back; what it held is nobody's business any more. */
export function release(layout, mem, pfn) {
    const at = frameAt(layout, pfn);
    mem[at + ROLE] = FREE;
    mem[at + INDEX] = 0;
    mem[at + CONTENT] = 0;
}
/** Marks what is left of a freed image. */
export function loseAll(layout, mem, image) {
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        if (ownerOf(layout, mem, pfn) !== image)
            continue;
        const at = frameAt(layout, pfn);
        mem[at + ROLE] = roleOf(LOST, purposeOf(layout, mem, pfn));
        mem[at + INDEX] = 0;
        mem[at + CONTENT] = 0;
    }
}
/** The frame with this role, or -1. */
export function findFrame(layout, mem, role) {
    const wanted = roleOf(role.image, role.purpose);
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        if (get(mem, frameAt(layout, pfn) + ROLE) !== wanted)
            continue;
        if (role.index === undefined || indexOf(layout, mem, pfn) === role.index)
            return pfn;
    }
    return -1;
}
/** Gives back every frame that an image holds for one purpose. */
export function releaseAll(layout, mem, image, purpose) {
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        if (get(mem, frameAt(layout, pfn) + ROLE) === roleOf(image, purpose)) {
            release(layout, mem, pfn);
        }
    }
}
/** The frame behind the crash region, whose end may have been given back. */
export function regionEnd(layout, mem) {
    return layout.frames - get(mem, SHRUNK);
}
/** Whether a frame is part of the crash region. */
export function inRegion(layout, mem, pfn) {
    return pfn >= layout.bounds.frames && pfn < regionEnd(layout, mem);
}
/** Whether the page allocator could return a frame. */
export function isAllocatable(layout, mem, pfn) {
    return pfn < layout.frames && isFree(layout, mem, pfn) && !inRegion(layout, mem, pfn);
}
//# sourceMappingURL=frames.js.map