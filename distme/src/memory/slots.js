import { slotOf } from "./call.js";
import { contentOf, release, setContent } from "./frames.js";
import { kimageFree } from "./kimage.js";
import { frameAt, get, IMAGE, imageAt, imageStatus, READONLY, STATUS, taskAt, } from "./layout.js";
/** Whether the slot that a task's request is about holds an image. */
export function slotOccupied(layout, mem, task) {
    return get(mem, slotOf(layout, mem, task)) !== 0;
}
/** Empties the slot and frees what it held. @source kimage_free(xchg(dest_image, NULL)) */
export function freeSlotImage(layout, mem, task) {
    const slot = slotOf(layout, mem, task);
    const image = get(mem, slot);
    mem[slot] = 0;
    if (image !== 0)
        kimageFree(layout, mem, image);
}
/** Exchanges the slot's image and the task's own. @source image = xchg(dest_image, image) */
export function exchangeImages(layout, mem, task) {
    const slot = slotOf(layout, mem, task);
    const local = taskAt(layout, task) + IMAGE;
    const old = get(mem, slot);
    mem[slot] = get(mem, local);
    mem[local] = old;
}
/** Frees the task's own image: the old one after an exchange, the new one after a failure. */
export function freeLocalImage(layout, mem, task) {
    const local = taskAt(layout, task) + IMAGE;
    const image = get(mem, local);
    mem[local] = 0;
    if (image !== 0)
        kimageFree(layout, mem, image);
}
/** Another kernel runs: of this one only what lies in the page frames is left. */
export function forgetKernel(layout, mem) {
    mem.fill(0, 0, layout.framesAt);
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        const content = contentOf(layout, mem, pfn);
        release(layout, mem, pfn);
        setContent(layout, mem, pfn, content);
        mem[frameAt(layout, pfn) + READONLY] = 0;
    }
}
/** Takes the slot's image into the task's own variable. @source image = xchg(dest_image, NULL) */
export function takeFromSlot(layout, mem, task) {
    const slot = slotOf(layout, mem, task);
    mem[taskAt(layout, task) + IMAGE] = get(mem, slot);
    mem[slot] = 0;
}
/** Frees the task's own image when the lock is gone: nobody will ask what became of it. */
export function freeUnlockedImage(layout, mem, task) {
    const image = get(mem, taskAt(layout, task) + IMAGE);
    freeLocalImage(layout, mem, task);
    if (image === 0)
        return;
    const at = imageAt(layout, image) + STATUS;
    if (get(mem, at) === imageStatus.FREED)
        mem[at] = imageStatus.UNUSED;
}
//# sourceMappingURL=slots.js.map