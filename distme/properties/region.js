import { JUNK, VMCOREINFO_SAVED } from "../src/memory/content.js";
import { contentOf, ownerOf, regionEnd } from "../src/memory/frames.js";
import { get, KEXEC_CRASH_IMAGE } from "../src/memory/layout.js";
import { lockHolder, workerOf } from "../src/memory/lock.js";
import { isControlCode, isReadonly } from "../src/memory/region.js";
import { isOnCrash } from "../src/memory/request.js";
import { atUnlock, has, regionPfns, taskStep, unlessLethal, } from "./state.js";
/** The crash region and its protection. */
export const region = (layout) => [
    {
        kind: "always",
        name: "region-protected-iff-crash-image",
        statement: "While the lock is free, a page of the crash region is read-only if and only if a crash " +
            "image is installed; the control code page stays writable before 6.14.",
        source: "kernel/kexec.c:do_kexec_load, arch_kexec_protect_crashkres",
        refutedBy: "region-not-protected-again",
        expect: unlessLethal(layout, "the control code page of an image that kexec_file_load has unloaded stays read-only until " +
            "it is freed, which makes the page writable even if it is another image's by then"),
        when: ({ context: { mem } }) => lockHolder(mem) < 0,
        holds: ({ context: { mem } }) => regionPfns(layout).every((pfn) => rightlyProtected(layout, mem, pfn)),
    },
    {
        kind: "alwaysStep",
        name: "region-written-only-by-its-owners",
        statement: "A page of the crash region is taken or written only under the lock, and written only while " +
            "it is writable, by a crash load or a hotplug event; a panic writes vmcoreinfo through a " +
            "mapping of its own.",
        source: "kernel/kexec_core.c:kimage_load_crash_segment",
        refutedBy: "region-not-unprotected",
        notClaimed: "that a normal image has no destination there: relocation writes where it is told",
        when: (step) => !relocates.has(step.event.type) &&
            regionPfns(layout).some((pfn) => isWritten(layout, pfn, step) || isTaken(layout, pfn, step)),
        holds: (step) => {
            const { mem } = step.before.context;
            return regionPfns(layout).every((pfn) => {
                const written = isWritten(layout, pfn, step);
                if (!written)
                    return !isTaken(layout, pfn, step) || mayWrite(layout, step);
                if (step.event.type === "crash_save_vmcoreinfo") {
                    return contentOf(layout, step.after.context.mem, pfn) === VMCOREINFO_SAVED;
                }
                return mayWrite(layout, step) && !isReadonly(layout, mem, pfn);
            });
        },
    },
    {
        kind: "alwaysStep",
        name: "region-protected-after-every-call",
        statement: "Once a crash image was loaded, the region is protected whenever a call returns.",
        source: "kernel/kexec.c:do_kexec_load",
        expect: {
            kind: "weakness",
            reason: "a call that takes the crash image away, by an unload or by a load that fails, leaves " +
                "the region writable: there is nothing in it to protect",
        },
        ...atUnlock(layout, {
            when: ({ request, displaced }) => isOnCrash(request) && displaced !== 0,
            holds: ({ mem, slot }) => slot !== 0 && regionPfns(layout).every((pfn) => rightlyProtected(layout, mem, pfn)),
        }),
    },
];
/** Relocation writes wherever the segments of a normal image are. */
const relocates = new Set([
    "swap_pages",
    "relocate_kernel",
    "peer_returns",
    "machine_shutdown",
]);
/** Whether a page of the region as it was reserved has the rights that it should have. */
export function rightlyProtected(layout, mem, pfn) {
    if (pfn >= regionEnd(layout, mem))
        return !isReadonly(layout, mem, pfn);
    const loaded = get(mem, KEXEC_CRASH_IMAGE) !== 0;
    const exempt = isControlCode(layout, mem, pfn) && !has(layout, "control-page-rox");
    return isReadonly(layout, mem, pfn) === (loaded && !exempt);
}
/** Whether a step is one of a crash load, or of the hotplug worker, that holds the lock. */
function mayWrite(layout, step) {
    const holder = lockHolder(step.before.context.mem);
    if (step.event.type === "arch_crash_handle_hotplug_event")
        return holder === workerOf(layout);
    const own = taskStep(layout, step);
    return own !== null && holder === own.task && isOnCrash(own.plan.request);
}
/** Whether a step gave a page of the region another content. */
function isWritten(layout, pfn, { before, after }) {
    if (pfn >= regionEnd(layout, before.context.mem))
        return false;
    const content = contentOf(layout, after.context.mem, pfn);
    return content !== JUNK && content !== contentOf(layout, before.context.mem, pfn);
}
/** Whether a step took a page of the region for an image. */
function isTaken(layout, pfn, { before, after }) {
    if (pfn >= regionEnd(layout, before.context.mem))
        return false;
    const owner = ownerOf(layout, after.context.mem, pfn);
    return owner !== 0 && ownerOf(layout, before.context.mem, pfn) !== owner;
}
//# sourceMappingURL=region.js.map