import { slotOf } from "../call.js";
import { JUNK } from "../content.js";
import { setContent } from "../frames.js";
import { localImage } from "../kimage.js";
import { get, IMAGE, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, taskAt } from "../layout.js";
import { forgetKernel, takeFromSlot } from "../slots.js";
export const exchangeImagesVariants = {
    "exchange-skipped": {
        breaks: "the new image is not installed",
        instead: () => { },
    },
    "exchange-into-normal-slot": {
        breaks: "every image is installed as the normal image",
        instead: (layout, mem, task) => {
            mem[KEXEC_IMAGE] = localImage(layout, mem, task);
        },
    },
    "exchange-loses-the-old-image": {
        breaks: "the image that was in the slot is in no variable any more",
        instead: (layout, mem, task) => {
            mem[slotOf(layout, mem, task)] = localImage(layout, mem, task);
            mem[taskAt(layout, task) + IMAGE] = 0;
        },
    },
};
export const takeFromSlotVariants = {
    "unload-by-file-keeps-the-slot": {
        breaks: "an image that is going to be freed stays in its slot",
        instead: (layout, mem, task) => {
            const image = get(mem, slotOf(layout, mem, task));
            takeFromSlot(layout, mem, task);
            mem[slotOf(layout, mem, task)] = image;
        },
    },
    "unload-by-file-empties-the-other-slot": {
        breaks: "an unload by file takes the image of the other kind",
        instead: (layout, mem, task) => {
            const slot = slotOf(layout, mem, task) === KEXEC_IMAGE ? KEXEC_CRASH_IMAGE : KEXEC_IMAGE;
            mem[taskAt(layout, task) + IMAGE] = get(mem, slot);
            mem[slot] = 0;
        },
    },
};
export const forgetKernelVariants = {
    "new-kernel-finds-its-first-page-cleared": {
        breaks: "the first page of the new kernel is lost on the way to it",
        instead: (layout, mem) => {
            const image = get(mem, KEXEC_IMAGE);
            const first = image === 0 ? -1 : Math.min(...imagePlan(layout, mem, image).destinations);
            forgetKernel(layout, mem);
            if (first >= 0 && first < layout.frames)
                setContent(layout, mem, first, JUNK);
        },
    },
};
//# sourceMappingURL=slots.js.map