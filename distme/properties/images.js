import { KEXEC_PRESERVE_CONTEXT } from "../src/kernel/kexec.js";
import { hasFlag, statusOf } from "../src/memory/kimage.js";
import { get, IMAGE, imageFlags, imagePlan, imageStatus, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, VMCOREINFO_SAFECOPY, } from "../src/memory/layout.js";
import { isOnCrash, isUnload } from "../src/memory/request.js";
import { atUnlock, imagesOf, installedImages, isLive, ofLoader, taskByte, tasksOf, unlessFixed, } from "./state.js";
/** What becomes of the images that a call allocates and displaces. */
export const images = (layout) => [
    {
        kind: "alwaysStep",
        name: "allocated-image-installed-or-freed-once",
        statement: "Every image that a call allocates is, at the call's unlock, either installed or freed " +
            "exactly once.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "skip-free-at-out",
        notClaimed: "that its page frames are free then; see lock-free-frames-are-installed",
        ...atUnlock(layout, {
            when: ({ allocated }) => allocated !== 0,
            holds: ({ mem, allocated, slot }) => statusOf(layout, mem, allocated) ===
                (slot === allocated ? imageStatus.LIVE : imageStatus.FREED),
        }),
    },
    {
        kind: "alwaysStep",
        name: "displaced-image-freed-once",
        statement: "Every image that a call displaces is freed exactly once before its unlock.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "old-image-not-freed",
        ...atUnlock(layout, {
            when: ({ displaced, slot }) => displaced !== 0 && slot !== displaced,
            holds: ({ mem, displaced }) => statusOf(layout, mem, displaced) === imageStatus.FREED,
        }),
    },
    {
        kind: "always",
        name: "nothing-refers-to-a-freed-image",
        statement: "Neither a slot, nor a local variable that is still used, nor the vmcoreinfo pointer " +
            "refers to a freed image.",
        source: "kernel/kexec_core.c:kimage_free",
        refutedBy: "safecopy-not-cleared",
        when: ({ context: { mem } }) => imagesOf(layout).some((image) => statusOf(layout, mem, image) >= imageStatus.FREED),
        holds: ({ context: { mem } }) => {
            const references = [
                ...installedImages(mem),
                get(mem, VMCOREINFO_SAFECOPY),
                ...tasksOf(layout).map((task) => taskByte(layout, mem, task, IMAGE)),
            ];
            return references.every((image) => image === 0 || isLive(layout, mem, image));
        },
    },
    {
        kind: "alwaysStep",
        name: "failed-normal-load-keeps-the-slot",
        statement: "A normal load that fails leaves its slot as it was when it took the lock.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "normal-load-drops-old-image-first",
        ...atUnlock(layout, {
            when: ({ request, result }) => !isOnCrash(request) && result !== 0,
            holds: ({ slot, displaced }) => slot === displaced,
        }),
    },
    {
        kind: "alwaysStep",
        name: "failed-crash-load-empties-the-slot",
        statement: "A crash load that fails after the trylock leaves the crash slot empty at its unlock.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "crash-load-keeps-old-image",
        notClaimed: "that it is empty at the call's return: another caller may have loaded by then",
        ...atUnlock(layout, {
            when: ({ request, result }) => isOnCrash(request) && result !== 0,
            holds: ({ slot }) => slot === 0,
        }),
    },
    {
        kind: "alwaysStep",
        name: "no-call-touches-the-other-slot",
        statement: "No step of a call for one slot changes the other slot.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "exchange-into-normal-slot",
        ...ofLoader(layout, [], {
            holds: ({ before, after, plan }) => {
                const other = isOnCrash(plan.request) ? KEXEC_IMAGE : KEXEC_CRASH_IMAGE;
                return get(before, other) === get(after, other);
            },
        }),
    },
    {
        kind: "always",
        name: "crash-image-has-vmcoreinfo",
        statement: "An installed crash image has its vmcoreinfo, and the global pointer leads to it.",
        source: "kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo",
        refutedBy: "vmcoreinfo-not-published",
        expect: unlessFixed(layout, "kexec_file_load frees an unloaded or failed image after the unlock; if another load has " +
            "installed a crash image by then, the pointer to its vmcoreinfo is cleared"),
        when: ({ context: { mem } }) => get(mem, KEXEC_CRASH_IMAGE) !== 0,
        holds: ({ context: { mem } }) => {
            const crash = get(mem, KEXEC_CRASH_IMAGE);
            return (get(mem, VMCOREINFO_SAFECOPY) === crash &&
                hasFlag(layout, mem, crash, imageFlags.VMCOREINFO));
        },
    },
    {
        kind: "always",
        name: "context-preserved-only-when-asked",
        statement: "An installed image preserves the context if and only if its caller asked for it.",
        source: "kernel/kexec.c:do_kexec_load",
        refutedBy: "preserve-context-always",
        when: ({ context: { mem } }) => installedImages(mem).length > 0,
        holds: ({ context: { mem } }) => installedImages(mem).every((image) => {
            if (!isLive(layout, mem, image))
                return false;
            const { flags } = imagePlan(layout, mem, image).request;
            const asked = (flags & KEXEC_PRESERVE_CONTEXT) !== 0;
            return hasFlag(layout, mem, image, imageFlags.PRESERVE_CONTEXT) === asked;
        }),
    },
    {
        kind: "sometimes",
        name: "both-images-are-loaded",
        statement: "At some moment a normal and a crash image are installed at once.",
        source: "kernel/kexec_core.c:kexec_image, kexec_crash_image",
        holds: ({ context: { mem } }) => installedImages(mem).length === 2,
    },
    {
        kind: "alwaysStep",
        name: "crash-load-that-fails-keeps-the-old-image",
        statement: "A crash load that fails after the trylock keeps the old crash image.",
        source: "kernel/kexec.c:do_kexec_load",
        expect: {
            kind: "weakness",
            reason: "the old image is freed before the new one is looked at: both use the one crash region",
        },
        ...atUnlock(layout, {
            when: ({ request, displaced, result }) => isOnCrash(request) && !isUnload(request) && displaced !== 0 && result !== 0,
            holds: ({ slot, displaced }) => slot === displaced,
        }),
    },
    {
        kind: "alwaysStep",
        name: "crash-image-at-every-moment",
        statement: "Once a crash image is loaded and while nobody unloads it, there is a crash image at " +
            "every moment.",
        source: "kernel/kexec.c:do_kexec_load",
        expect: {
            kind: "weakness",
            reason: "every reload empties the slot first: a panic in between finds no crash image",
        },
        ...ofLoader(layout, [], {
            when: ({ before, plan }) => get(before, KEXEC_CRASH_IMAGE) !== 0 && !isUnload(plan.request),
            holds: ({ after }) => get(after, KEXEC_CRASH_IMAGE) !== 0,
        }),
    },
];
//# sourceMappingURL=images.js.map