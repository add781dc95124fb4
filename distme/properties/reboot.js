import { errnos } from "../src/kernel/errno.js";
import { isAlone, resultOf } from "../src/memory/call.js";
import { expectedContent, JUNK, PEER } from "../src/memory/content.js";
import { contentOf, ownerOf, purposeOf, purposes } from "../src/memory/frames.js";
import { hasFlag } from "../src/memory/kimage.js";
import { get, imageFlags, imagePlan, JUMPING, jumping, KEXEC_IMAGE, } from "../src/memory/layout.js";
import { lockHolder } from "../src/memory/lock.js";
import { exchanges, isRelocating, nextMove } from "../src/memory/relocation.js";
import { taskRegion } from "../src/model/compose.js";
import { everyTaskGoesOn } from "./liveness.js";
import { isComplete } from "./pages.js";
import { placesOf } from "./places.js";
import { has, installedImages, isLive, pfns } from "./state.js";
const caller = 0;
/** What a reboot into the loaded image does to memory, and that it happens. */
export const reboots = (layout) => [
    {
        kind: "alwaysStep",
        name: "first-reboot-gate-decides-the-error",
        needs: "reboot",
        statement: "Of the gates that refuse a reboot, the first one decides the error.",
        source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)",
        refutedBy: "reboot-gates-exchanged",
        events: ["reboot"],
        holds: ({ event, after }) => {
            if (event.type !== "reboot")
                return true;
            const call = layout.bounds.calls?.[event.call];
            return resultOf(layout, after.context.mem, event.task) === rebootError(call);
        },
    },
    {
        kind: "alwaysStep",
        name: "a-reboot-needs-an-image",
        needs: "reboot",
        statement: "Under the lock a reboot ends with EINVAL if and only if no normal image is loaded.",
        source: "kernel/kexec_core.c:kernel_kexec",
        refutedBy: "reboot-without-image",
        events: ["kernel_kexec"],
        holds: ({ before, event, after }) => {
            if (event.type !== "kernel_kexec")
                return true;
            const refused = resultOf(layout, after.context.mem, event.task) === errnos.EINVAL;
            return refused === (get(before.context.mem, KEXEC_IMAGE) === 0);
        },
    },
    {
        kind: "alwaysStep",
        name: "relocated-frames-hold-what-was-asked",
        needs: "reboot",
        statement: "When the new kernel runs, every destination that is RAM holds what the caller's buffer " +
            "held, then zeros.",
        source: "arch/x86/kernel/relocate_kernel_64.S",
        refutedBy: "relocation-moves-nothing",
        when: ({ before, after }) => !placesOf(before.configuration).newKernel && placesOf(after.configuration).newKernel,
        holds: ({ before, after }) => isRelocated(layout, before.context.mem, after.context.mem),
    },
    {
        kind: "alwaysStep",
        name: "relocation-spares-its-own-pages",
        needs: "reboot",
        statement: "No step of a relocation overwrites a control, swap, table or list page of its image, or a " +
            "source page that is still to be moved.",
        source: "arch/x86/kernel/relocate_kernel_64.S",
        refutedBy: "control-page-may-be-destination",
        events: ["relocate_kernel", "swap_pages"],
        when: ({ before }) => isRelocating(before.context.mem),
        holds: ({ before }) => sparesItsOwn(layout, before.context.mem),
    },
    {
        kind: "sometimes",
        name: "the-new-kernel-runs",
        needs: "reboot",
        statement: "At some moment the normal image runs.",
        source: "kernel/kexec_core.c:kernel_kexec",
        holds: ({ configuration }) => placesOf(configuration).newKernel,
    },
    {
        kind: "leadsTo",
        name: "a-reboot-with-an-image-runs-it",
        needs: "reboot",
        theme: "reboot",
        statement: "Once a reboot has the lock and there is a normal image, the new kernel runs, or the call " +
            "comes to its end after a jump, if nobody panics.",
        source: "kernel/kexec_core.c:kernel_kexec",
        refutedBy: "restart-without-shutdown",
        fairness: [...everyTaskGoesOn(layout), theLastCpuGoesOn],
        when: ({ context: { mem }, configuration }) => configuration.has(`${taskRegion(caller)}.reboot.interruptible.locked`) &&
            get(mem, KEXEC_IMAGE) !== 0,
        holds: ({ context: { mem }, configuration }) => placesOf(configuration).newKernel || lockHolder(mem) !== caller,
    },
    {
        kind: "always",
        name: "a-destination-is-ram",
        statement: "Every destination of an installed image is memory that exists.",
        source: "kernel/kexec_core.c:sanity_check_segment_list",
        expect: {
            kind: "weakness",
            reason: "nobody compares destinations with the memory map; what is copied there is lost",
        },
        when: ({ context: { mem } }) => installedImages(mem).length > 0,
        holds: ({ context: { mem } }) => installedImages(mem).every((image) => !isLive(layout, mem, image) || isInRam(layout, imagePlan(layout, mem, image))),
    },
    ...(has(layout, "kexec-jump") ? jumps(layout) : []),
];
/** What holds of a jump to a kernel that comes back. */
const jumps = (layout) => [
    {
        kind: "alwaysStep",
        name: "a-jump-leaves-memory-as-before",
        needs: "reboot",
        statement: "When a jump has come back and the other kernel wrote nothing, every image is as it was " +
            "and every free frame holds nothing.",
        source: "arch/x86/kernel/relocate_kernel_64.S:swap_pages",
        refutedBy: "jump-copies-pages",
        notClaimed: "anything about what the other kernel does to pages that it was not lent",
        when: (step) => comesBack(step) && !peerWrote(layout, step.after.context.mem),
        holds: ({ after }) => {
            const { mem } = after.context;
            return (installedImages(mem).every((image) => isComplete(layout, mem, image)) &&
                pfns(layout).every((pfn) => ownerOf(layout, mem, pfn) !== 0 || isUnwritten(layout, mem, pfn)));
        },
    },
    {
        kind: "alwaysStep",
        name: "the-image-stays-loaded-after-a-jump",
        needs: "reboot",
        statement: "When a jump has come back, its image is still loaded, and its start is the re-entry point " +
            "of the other kernel.",
        source: "kernel/kexec_core.c:kernel_kexec",
        refutedBy: "jump-forgets-the-reentry-point",
        when: comesBack,
        holds: ({ before, after }) => {
            const image = get(after.context.mem, KEXEC_IMAGE);
            return (image === get(before.context.mem, KEXEC_IMAGE) &&
                hasFlag(layout, after.context.mem, image, imageFlags.REENTRY));
        },
    },
    {
        kind: "sometimes",
        name: "a-jump-comes-back",
        needs: "reboot",
        statement: "At some moment a jump has come back, and everybody is thawed.",
        source: "kernel/kexec_core.c:kernel_kexec",
        holds: ({ context: { mem } }) => {
            const image = get(mem, KEXEC_IMAGE);
            if (image === 0 || get(mem, JUMPING) !== jumping.NO)
                return false;
            return hasFlag(layout, mem, image, imageFlags.REENTRY);
        },
    },
];
const inRam = new WeakMap();
/** Whether all destinations of a request are memory that exists; asked in every state. */
function isInRam(layout, plan) {
    let known = inRam.get(plan);
    if (known === undefined) {
        known = [...plan.destinations].every((pfn) => pfn < layout.frames);
        inRam.set(plan, known);
    }
    return known;
}
const theLastCpuGoesOn = {
    strength: "weak",
    name: "the last CPU goes on",
    includes: ({ type }) => type === "relocate_kernel",
};
/** The error of the first gate that refuses, or 0. Stated here a second time, as a list. */
function rebootError(call) {
    if (call?.call !== "reboot")
        return 0;
    const gates = [
        [!call.capSysBoot, errnos.EPERM],
        [!call.magic, errnos.EINVAL],
        [call.childPidNamespace, errnos.EINVAL],
    ];
    return gates.find(([refuses]) => refuses)?.[1] ?? 0;
}
/** @param before the last state in which the image is known; @param after the frames it left */
function isRelocated(layout, before, after) {
    const image = get(before, KEXEC_IMAGE);
    if (image === 0)
        return false;
    const lent = hasFlag(layout, before, image, imageFlags.REENTRY);
    return imagePlan(layout, before, image).segments.every(({ pages }) => pages.every((page) => {
        if (page.destination >= layout.frames)
            return true;
        const content = contentOf(layout, after, page.destination);
        return content === expectedContent(page) || (lent && content === PEER);
    }));
}
const ownPages = new Set([
    purposes.CONTROL,
    purposes.SWAP,
    purposes.TABLE,
    purposes.LIST,
]);
/** Whether the next move writes to no page of the image that is still needed. */
function sparesItsOwn(layout, mem) {
    const image = get(mem, KEXEC_IMAGE);
    const { from, to } = nextMove(layout, mem);
    const written = exchanges(layout, mem) ? [from, to] : [to];
    return written.every((pfn) => {
        if (pfn < 0 || pfn >= layout.frames || ownerOf(layout, mem, pfn) !== image)
            return true;
        const purpose = purposeOf(layout, mem, pfn); // it has an owner
        return !ownPages.has(purpose) && (purpose !== purposes.SOURCE || pfn === from);
    });
}
function comesBack({ before, after }) {
    return isAlone(before.context.mem) && get(after.context.mem, JUMPING) === jumping.FROZEN;
}
function peerWrote(layout, mem) {
    return pfns(layout).some((pfn) => contentOf(layout, mem, pfn) === PEER);
}
/** A free frame holds nothing; one of the crash region may hold an image's data. */
function isUnwritten(layout, mem, pfn) {
    return pfn >= layout.bounds.frames || contentOf(layout, mem, pfn) === JUNK;
}
//# sourceMappingURL=reboot.js.map