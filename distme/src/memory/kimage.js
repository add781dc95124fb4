import { assert } from "../base/assert.js";
import { JUNK } from "./content.js";
import { entryKinds, walk } from "./entries.js";
import { contentOf, findFrame, inRegion, loseAll, ownerOf, purposes, release, releaseAll, setContent, } from "./frames.js";
import { ALLOCATED, CONTROL_CODE, FLAGS, frameAt, get, HOLE, IMAGE, imageAt, imageFlags, imagePlan, imageStatus, LOADED_REQUEST, planOf, READONLY, REQUEST, STATUS, taskAt, VMCOREINFO_SAFECOPY, } from "./layout.js";
import { isOnCrash } from "./request.js";
/** The image that a task holds in its local variable `image`. */
export function localImage(layout, mem, task) {
    return get(mem, taskAt(layout, task) + IMAGE);
}
export function hasFlag(layout, mem, image, flag) {
    return (get(mem, imageAt(layout, image) + FLAGS) & flag) !== 0;
}
export function setFlag(layout, mem, image, flag) {
    const at = imageAt(layout, image) + FLAGS;
    mem[at] = get(mem, at) | flag;
}
export function statusOf(layout, mem, image) {
    return get(mem, imageAt(layout, image) + STATUS);
}
/**
 * Allocates the structure of a task's image: an empty list, a type, for a crash image the place
 * where control pages are looked for.
 *
 * @source kernel/kexec_core.c:do_kimage_alloc_init, kernel/kexec.c:kimage_alloc_init
 */
export function allocateImage(layout, mem, task) {
    let image = 1;
    const { imagesMax } = layout;
    while (image <= imagesMax && statusOf(layout, mem, image) !== imageStatus.UNUSED)
        image++;
    assert(image <= imagesMax, `more than ${imagesMax} images exist at once`);
    const at = imageAt(layout, image);
    const call = taskAt(layout, task);
    mem[at + STATUS] = imageStatus.LIVE;
    mem[at + LOADED_REQUEST] = get(mem, call + REQUEST);
    const { request } = planOf(layout, mem, task);
    if (isOnCrash(request)) {
        mem[at + FLAGS] = imageFlags.TYPE_CRASH;
        mem[at + HOLE] = layout.bounds.frames;
    }
    mem[call + IMAGE] = image;
    mem[call + ALLOCATED] = image;
}
/**
 * Frees an image and every frame that its lists lead to, in the kernel's order. Works on
 * half-built images. What no list leads to is lost.
 *
 * @source kernel/kexec_core.c:kimage_free
 */
export function kimageFree(layout, mem, image) {
    if (statusOf(layout, mem, image) !== imageStatus.LIVE) {
        mem[imageAt(layout, image) + STATUS] = imageStatus.FREED_TWICE;
        return;
    }
    if (hasFlag(layout, mem, image, imageFlags.VMCOREINFO))
        mem[VMCOREINFO_SAFECOPY] = 0;
    machineKexecCleanup(layout, mem, image);
    releaseAll(layout, mem, image, purposes.PARKED);
    releaseAll(layout, mem, image, purposes.UNUSABLE);
    for (const { kind, value } of walk(layout, mem, image)) {
        if (kind === entryKinds.SOURCE)
            releaseOne(layout, mem, image, purposes.SOURCE, value);
        if (kind === entryKinds.INDIRECTION)
            releaseOne(layout, mem, image, purposes.LIST, value);
    }
    // a crash image's are in the region, and on no list
    if (!hasFlag(layout, mem, image, imageFlags.TYPE_CRASH))
        freeControlPages(layout, mem, image);
    kfreeImage(layout, mem, image);
}
/**
 * Makes the control code page writable again, by its address: whoever uses it now.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_cleanup
 */
function machineKexecCleanup(layout, mem, image) {
    const pfn = controlCodeFrame(layout, mem, image);
    if (controlPageRox(layout) && pfn >= 0)
        mem[frameAt(layout, pfn) + READONLY] = 0;
}
/** The frame of an image's control code page, or -1. */
export function controlCodeFrame(layout, mem, image) {
    const inRegion = get(mem, imageAt(layout, image) + CONTROL_CODE) - 1;
    if (inRegion >= 0)
        return inRegion;
    return findFrame(layout, mem, { image, purpose: purposes.CONTROL });
}
/** Whether the control code page is read-only and executable from prepare to cleanup. */
export function controlPageRox({ bounds }) {
    return bounds.features.includes("control-page-rox");
}
/** Frees the pages on `image->control_pages`. @source kimage_free_page_list */
export function freeControlPages(layout, mem, image) {
    releaseAll(layout, mem, image, purposes.CONTROL);
    releaseAll(layout, mem, image, purposes.SWAP);
    releaseAll(layout, mem, image, purposes.TABLE);
}
/** Frees the structure alone; frames that still belong to it are lost. */
export function kfreeImage(layout, mem, image) {
    const at = imageAt(layout, image);
    const status = statusOf(layout, mem, image);
    forgetRegion(layout, mem, image);
    loseAll(layout, mem, image);
    mem.fill(0, at, at + layout.image_bytes);
    mem[at + STATUS] = status === imageStatus.LIVE ? imageStatus.FREED : imageStatus.FREED_TWICE;
}
/** The region's pages belong to it for ever; without an image what they hold means nothing. */
function forgetRegion(layout, mem, image) {
    if (!hasFlag(layout, mem, image, imageFlags.TYPE_CRASH))
        return;
    const shared = otherCrashImage(layout, mem, image);
    for (let pfn = layout.bounds.frames; pfn < layout.frames; pfn++) {
        if (ownerOf(layout, mem, pfn) !== image)
            continue;
        const content = contentOf(layout, mem, pfn);
        release(layout, mem, pfn);
        if (shared)
            setContent(layout, mem, pfn, content);
    }
    if (shared)
        return;
    for (const pfn of imagePlan(layout, mem, image).destinations) {
        if (inRegion(layout, mem, pfn))
            setContent(layout, mem, pfn, JUNK);
    }
}
/** Whether another crash image exists: the region's pages may hold its data by now (B2). */
function otherCrashImage(layout, mem, image) {
    for (let other = 1; other <= layout.imagesMax; other++) {
        if (other === image || statusOf(layout, mem, other) !== imageStatus.LIVE)
            continue;
        if (hasFlag(layout, mem, other, imageFlags.TYPE_CRASH))
            return true;
    }
    return false;
}
function releaseOne(layout, mem, image, ...[purpose, index]) {
    const pfn = findFrame(layout, mem, { image, purpose, index });
    if (pfn >= 0)
        release(layout, mem, pfn);
}
//# sourceMappingURL=kimage.js.map