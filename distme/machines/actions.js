import { errnos } from "../src/kernel/errno.js";
import { COMPAT_SEGMENT_bytes } from "../src/kernel/kexec.js";
import { enterCall, leaveCall, loseTask, markKilled, pastErrnos, setResult, takeLock, } from "../src/memory/call.js";
import { addListPage, terminateList, UNLINKED } from "../src/memory/entries.js";
import { purposes, releaseAll, setRole } from "../src/memory/frames.js";
import { allocateImage, freeControlPages, kfreeImage, localImage, setFlag, } from "../src/memory/kimage.js";
import { get, IMAGE, imageAt, imageFlags, planOf, TABLES, taskAt, VMCOREINFO_SAFECOPY, } from "../src/memory/layout.js";
import { consumeLimit } from "../src/memory/limits.js";
import { addDestination, addSource, clearPage, copyPage, currentPage, nextPage, nextSegment, tearPage, } from "../src/memory/loading.js";
import { releaseLock } from "../src/memory/lock.js";
import { freeUnlistedPage, parkedHit, swapWithOldSource, takePage } from "../src/memory/pages.js";
import { protectRegion, sealControlPage, takeHole, unprotectRegion } from "../src/memory/region.js";
import { exchangeImages, freeLocalImage, freeSlotImage } from "../src/memory/slots.js";
import { step, taskStep } from "./steps.js";
const controlUses = {
    control: purposes.CONTROL,
    swap: purposes.SWAP,
    table: purposes.TABLE,
};
/** What the kernel does, in the order of a call. */
export function actions(layout) {
    const task = (apply) => taskStep((mem, caller) => apply(layout, mem, caller));
    const image = (apply) => taskStep((mem, caller) => apply(layout, mem, localImage(layout, mem, caller)));
    return {
        enterCall: step(["kexec_load", "kexec_file_load"], (mem, event) => enterCall(layout, mem, event.task, event.request)),
        leaveCall: task(leaveCall),
        killTask: task(markKilled),
        loseTask: task(loseTask),
        consumeLimit: task(consumeLimit),
        /** The call will return this error. */
        setResult: taskStep((mem, caller, { errno }) => setResult(layout, mem, caller, errnos[errno])),
        /** ... the error that the security module gave. */
        setLsmResult: taskStep((mem, caller) => setResult(layout, mem, caller, planOf(layout, mem, caller).request.lsm)),
        setLockdownResult: taskStep((mem, caller) => setResult(layout, mem, caller, planOf(layout, mem, caller).request.lockdown)),
        /** ... the error that copying the segment list gave. */
        setCopyResult: step(["copy_user_segment_list"], (mem, { task: caller, outcome }) => setResult(layout, mem, caller, outcome === "ok" ? 0 : errnos[outcome])),
        /** B4: ... the bytes of the list that were not copied: one segment of a 32-bit caller. */
        setLeftoverResult: taskStep((mem, caller) => setResult(layout, mem, caller, pastErrnos + COMPAT_SEGMENT_bytes)),
        /** ... the error that the architecture's own code gave. */
        setArchitectureResult: step(["machine_kexec_prepare", "machine_kexec_post_load"], (mem, { task: caller, outcome }) => setResult(layout, mem, caller, outcome === "ok" ? 0 : errnos[outcome])),
        takeLock: task(takeLock),
        releaseLock: task(releaseLock),
        unprotectRegion: taskStep((mem) => unprotectRegion(layout, mem)),
        protectRegion: taskStep((mem) => protectRegion(layout, mem)),
        freeSlotImage: task(freeSlotImage),
        exchangeImages: task(exchangeImages),
        freeImage: task(freeLocalImage),
        allocateImage: task(allocateImage),
        copySegmentList: image((_, mem, own) => setFlag(layout, mem, own, imageFlags.LIST_COPIED)),
        /** kfree alone, as the labels of kimage_alloc_init do it. */
        kfreeImage: taskStep((mem, caller) => {
            kfreeImage(layout, mem, localImage(layout, mem, caller));
            mem[taskAt(layout, caller) + IMAGE] = 0;
        }),
        freeControlPages: image(freeControlPages),
        preserveContext: image((_, mem, own) => setFlag(layout, mem, own, imageFlags.PRESERVE_CONTEXT)),
        supportHotplug: image((_, mem, own) => setFlag(layout, mem, own, imageFlags.HOTPLUG_SUPPORT)),
        /** From 6.14 on the control code is copied while the image is prepared. */
        sealControlPage: image(sealControlPage),
        setPageAside: step(["kimage_alloc_normal_control_pages"], (mem, { task: caller, frame }) => takePage(layout, mem, caller, { pfn: frame ?? -1, purpose: purposes.EXTRA })),
        giveBackExtraPages: image((_, mem, own) => releaseAll(layout, mem, own, purposes.EXTRA)),
        takeControlPage: step(["kimage_alloc_normal_control_pages"], (mem, { task: caller, frame }, { as }) => takePage(layout, mem, caller, { pfn: frame ?? -1, purpose: controlUses[as] })),
        takeHole: taskStep((mem, caller, { as }) => takeHole(layout, mem, localImage(layout, mem, caller), controlUses[as])),
        countTable: image((_, mem, own) => {
            const at = imageAt(layout, own) + TABLES;
            mem[at] = get(mem, at) + 1;
        }),
        takeVmcoreinfoPage: image((_, mem, own) => takeHole(layout, mem, own, purposes.VMCOREINFO)),
        publishVmcoreinfo: image((_, mem, own) => {
            setFlag(layout, mem, own, imageFlags.VMCOREINFO);
            mem[VMCOREINFO_SAFECOPY] = own;
        }),
        // kimage_alloc_page
        takeParkedPage: taskStep((mem, caller) => {
            const pfn = parkedHit(layout, mem, caller);
            const own = localImage(layout, mem, caller);
            setRole(layout, mem, pfn, { image: own, purpose: purposes.UNLISTED, index: pfn });
        }),
        setPageUnusable: step(["kimage_alloc_page"], (mem, { task: caller, frame }) => takePage(layout, mem, caller, { pfn: frame ?? -1, purpose: purposes.UNUSABLE })),
        parkPage: step(["kimage_alloc_page"], (mem, { task: caller, frame }) => {
            const pfn = frame ?? -1;
            takePage(layout, mem, caller, { pfn, purpose: purposes.PARKED, index: pfn });
        }),
        takePage: step(["kimage_alloc_page"], (mem, { task: caller, frame }, use) => takePage(layout, mem, caller, { pfn: frame ?? -1, ...roleFor(layout, mem, caller, use) })),
        swapWithOldSource: step(["kimage_alloc_page"], (mem, { task: caller, frame }, use) => swapWithOldSource(layout, mem, caller, {
            pfn: frame ?? -1,
            ...roleFor(layout, mem, caller, use),
        })),
        /** B8 mended. */
        freeUnlistedPage: task(freeUnlistedPage),
        // kimage_add_entry
        addListPage: image(addListPage),
        addDestination: task(addDestination),
        addSource: task(addSource),
        terminateList: image(terminateList),
        clearPage: task(clearPage),
        copyPage: task(copyPage),
        tearPage: task(tearPage),
        nextPage: task(nextPage),
        nextSegment: task(nextSegment),
    };
}
function roleFor(layout, mem, task, { as }) {
    return as === "list"
        ? { purpose: purposes.LIST, index: UNLINKED }
        : { purpose: purposes.UNLISTED, index: currentPage(layout, mem, task).destination };
}
//# sourceMappingURL=actions.js.map