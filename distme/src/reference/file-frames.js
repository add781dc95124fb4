import { fatalSignalPending } from "./alloc-page.js";
import { fitsForControl, kimageAllocCrashControlPages, kimageFreePageList, } from "./control-pages.js";
import { frameOf, isFree, setPurpose } from "./memory.js";
import { kimageIsDestinationRange } from "./segments.js";
/**
 * Takes control pages for an image, all of them or none.
 *
 * @returns the pages in the order of `purposes`; null when there are not enough
 */
export function takeControlPages(task, image, purposes) {
    const blocks = image.type === "KEXEC_TYPE_CRASH"
        ? takeHoles(task, image, purposes)
        : takeNormalPages(task, image, purposes);
    if (blocks.length === purposes.length)
        return blocks;
    giveControlPagesBack(task, image, blocks);
    return null;
}
/** Gives pages back that were taken for an image which will be freed. */
export function giveControlPagesBack({ kernel: { memory } }, image, blocks) {
    const kept = image.crash_pages.filter(({ block }) => !blocks.includes(block));
    image.crash_pages.splice(0, image.crash_pages.length, ...kept);
    const taken = image.control_pages.filter((block) => blocks.includes(block));
    const others = image.control_pages.filter((block) => !blocks.includes(block));
    image.control_pages.splice(0, image.control_pages.length, ...others);
    kimageFreePageList(memory, taken);
}
function takeHoles({ kernel }, image, purposes) {
    const blocks = [];
    for (const purpose of purposes) {
        const order = orderOf(purpose, kernel.config.controlCodeOrder);
        const block = kimageAllocCrashControlPages(kernel, image, { purpose, order });
        if (block === null)
            return blocks;
        blocks.push(block);
    }
    return blocks;
}
function orderOf(purpose, controlCodeOrder) {
    return purpose === "control" ? controlCodeOrder : 0;
}
/** A buffer of several pages is the lowest that fits; single pages are chosen. */
function takeNormalPages(task, image, purposes) {
    const { memory, config } = task.kernel;
    if (fatalSignalPending(task))
        return [];
    const blocks = [];
    const take = (frame, purpose) => {
        const block = { frame, order: orderOf(purpose, config.controlCodeOrder) };
        setPurpose(memory, block, purpose);
        image.control_pages.push(block);
        blocks.push(block);
    };
    const fits = (frame, order) => {
        const block = { frame, order };
        return isFree(memory, block) && fitsForControl(task.kernel, image, { block, purpose: "table" });
    };
    const large = purposes.filter((purpose) => orderOf(purpose, config.controlCodeOrder) > 0);
    for (const purpose of large) {
        const order = orderOf(purpose, config.controlCodeOrder);
        const [frame] = lowestThatFit(memory, 1, (each) => fits(each, order)) ?? [];
        if (frame === undefined)
            return blocks;
        take(frame, purpose);
    }
    const single = purposes.filter((purpose) => !large.includes(purpose));
    const frames = chooseFrames(task, single.length, (frame) => fits(frame, 0)) ?? [];
    for (const [index, frame] of frames.entries())
        take(frame, single[index] ?? "table");
    return blocks;
}
/**
 * Chooses frames for source and list pages: none is a destination.
 *
 * @returns null when there are not enough
 */
export function choosePages(task, image, count) {
    const { memory, config } = task.kernel;
    const last_pfn = frameOf(memory, config.sourceLimit);
    return chooseFrames(task, count, (frame) => {
        const block = { frame, order: 0 };
        if (frame > last_pfn || !isFree(memory, block))
            return false;
        return !kimageIsDestinationRange(task.kernel, image, block);
    });
}
/** @throws Error when a caller's choice is none */
function chooseFrames(task, count, fits) {
    if (count === 0)
        return [];
    if (fatalSignalPending(task))
        return null;
    const choose = task.request.chooseFrames;
    if (choose === undefined)
        return lowestThatFit(task.kernel.memory, count, fits);
    const frames = choose(count, fits);
    if (frames === null)
        return null;
    if (new Set(frames).size !== count || frames.length !== count || !frames.every(fits)) {
        throw new Error(`chooseFrames: expected ${count} frames that fit, got ${frames.join(" ")}`);
    }
    return frames;
}
function lowestThatFit(memory, count, fits) {
    const frames = [];
    for (let frame = 0; frame < memory.frames && frames.length < count; frame += 1) {
        if (fits(frame))
            frames.push(frame);
    }
    return frames.length === count ? frames : null;
}
//# sourceMappingURL=file-frames.js.map