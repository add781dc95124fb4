import { KEXEC_ARCH, KEXEC_ARCH_DEFAULT, KEXEC_ARCH_MASK, KEXEC_CRASH_HOTPLUG_SUPPORT, KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT, KEXEC_SEGMENT_MAX, KEXEC_UPDATE_ELFCOREHDR, } from "../src/kernel/kexec.js";
import { isJumping, isKilled } from "../src/memory/call.js";
import { listFull } from "../src/memory/entries.js";
import { localImage } from "../src/memory/kimage.js";
import { get, imageAt, KEXEC_CRASH_IMAGE, KEXEC_LOAD_DISABLED, planOf, TABLES, } from "../src/memory/layout.js";
import { limitOf, ownLimit } from "../src/memory/limits.js";
import { allSegmentsLoaded, currentPage, segmentLoaded } from "../src/memory/loading.js";
import { lockHolder } from "../src/memory/lock.js";
import { destinationHasSource, isDestination, isOverLimit, parkedHit, } from "../src/memory/pages.js";
import { controlPageReadonly, crashkRes, nextHole } from "../src/memory/region.js";
import { isOnCrash, isUnload, wantsHotplug } from "../src/memory/request.js";
import * as rules from "../src/memory/segments.js";
import { slotOccupied } from "../src/memory/slots.js";
import { question, taskQuestion } from "./steps.js";
const controlPages = ["kimage_alloc_normal_control_pages"];
const anyPage = ["kimage_alloc_normal_control_pages", "kimage_alloc_page"];
const outcomes = [
    "do_kimage_alloc_init",
    "copy_user_segment_list",
    "machine_kexec_prepare",
    "kimage_crash_copy_vmcoreinfo",
    "copy_from_user",
    "machine_kexec_post_load",
    "kimage_file_alloc_init",
    "kimage_load_segment",
    "freeze_processes",
    "dpm_suspend_start",
    "crash_shrink_memory",
];
/** The questions that the kernel asks, in the order of a call. */
export function guards(layout) {
    const { bounds } = layout;
    const request = (ask) => taskQuestion((mem, task) => ask(planOf(layout, mem, task).request));
    const task = (ask) => taskQuestion((mem, caller) => ask(layout, mem, caller));
    const image = (ask) => taskQuestion((mem, caller) => ask(mem, localImage(layout, mem, caller)));
    /** A rule of crash images about the region, as it is now. */
    const inRegion = (ask) => taskQuestion((mem, caller) => {
        const { request: asked } = planOf(layout, mem, caller);
        return isOnCrash(asked) && ask(asked, crashkRes(layout, mem));
    });
    return {
        /** A jump has frozen every task in user space. */
        notFrozen: taskQuestion((mem) => !isJumping(mem)),
        // kexec_load_check, and the system call itself
        lacksCapSysBoot: request(({ capSysBoot }) => !capSysBoot),
        kexecLoadDisabled: taskQuestion((mem) => get(mem, KEXEC_LOAD_DISABLED) !== 0),
        loadLimitReached: taskQuestion((mem, caller) => limitOf(mem, ownLimit(layout, mem, caller)) === 0),
        lsmRefuses: request(({ lsm }) => lsm !== 0),
        lockedDown: request(({ lockdown }) => lockdown !== 0),
        unknownFlags: request(({ flags }) => hasUnknownFlags(flags, bounds.features)),
        tooManySegments: request(({ nr_segments }) => nr_segments > KEXEC_SEGMENT_MAX),
        foreignArchitecture: request(isForeign),
        lockHeld: taskQuestion((mem) => lockHolder(mem) >= 0),
        /** ... and a 32-bit call copied it first in every kernel. */
        listCopiedFirst: request(({ compat }) => compat === true || bounds.features.includes("list-copied-before-lock")),
        leavesBytesOver: question(["copy_user_segment_list"], (mem, { task: caller, outcome }) => outcome === "EFAULT" &&
            planOf(layout, mem, caller).request.compat === true &&
            bounds.features.includes("leftover-count-returned")),
        /** The list is in kernel memory already when the lock is tried. */
        listCopiedBeforeLock: taskQuestion(() => bounds.features.includes("list-copied-before-lock")),
        // do_kexec_load
        onCrash: request(isOnCrash),
        normalLoad: request((asked) => !isOnCrash(asked) && !isUnload(asked)),
        unloads: request(isUnload),
        unloadsImage: taskQuestion((mem, caller) => isUnload(planOf(layout, mem, caller).request) && slotOccupied(layout, mem, caller)),
        /** (flags & KEXEC_ON_CRASH) && kexec_crash_image */
        onCrashOverLoaded: taskQuestion((mem, caller) => isOnCrash(planOf(layout, mem, caller).request) && get(mem, KEXEC_CRASH_IMAGE) !== 0),
        slotOccupied: task(slotOccupied),
        // kimage_alloc_init
        entryBelowRegion: inRegion(({ entry }, { start }) => entry < start),
        entryAboveRegion: inRegion(({ entry }, { end }) => entry > end),
        /** The event says that the step failed. */
        fails: question(outcomes, (_mem, event) => event.outcome !== "ok"),
        // sanity_check_segment_list
        someSegmentWraps: request(({ segments }) => rules.someSegmentWraps(segments)),
        someSegmentUnaligned: request(({ segments }) => rules.someSegmentUnaligned(segments)),
        someSegmentBeyondLimit: request(({ segments }) => rules.someSegmentBeyondLimit(segments, bounds)),
        someSegmentsOverlap: request(({ segments }) => rules.someSegmentsOverlap(segments)),
        someBufferTooLong: request(({ segments }) => rules.someBufferTooLong(segments)),
        someSegmentTooLarge: request(({ segments }) => rules.someSegmentTooLarge(segments, bounds)),
        allSegmentsTooLarge: request(({ segments }) => rules.allSegmentsTooLarge(segments, bounds)),
        someSegmentBelowRegion: inRegion(({ segments }, region) => rules.someSegmentBelowRegion(segments, region)),
        someSegmentAboveRegion: inRegion(({ segments }, region) => rules.someSegmentAboveRegion(segments, region)),
        // kimage_alloc_control_pages, machine_kexec_prepare, kimage_crash_copy_vmcoreinfo
        /** The allocator has no page, or gives none to a task with a fatal signal. */
        noPage: question(anyPage, (mem, event) => event.frame === null || isKilled(layout, mem, event.task)),
        noPageAndSourceFreed: question(["kimage_alloc_page"], (mem, event) => bounds.features.includes("frees-unlisted-source-page") &&
            (event.frame === null || isKilled(layout, mem, event.task))),
        pageIsDestination: question(controlPages, (mem, { task: caller, frame }) => frame !== null && isDestination(layout, mem, localImage(layout, mem, caller), frame)),
        pageOverLimit: question(anyPage, (_mem, { frame }) => frame !== null && isOverLimit(layout, frame)),
        noHole: image((mem, own) => nextHole(layout, mem, own) < 0),
        tablesComplete: image((mem, own) => get(mem, imageAt(layout, own) + TABLES) === bounds.tablePages),
        preservesContext: request(({ flags }) => (flags & KEXEC_PRESERVE_CONTEXT) !== 0),
        supportsHotplug: request((asked) => isOnCrash(asked) && wantsHotplug(asked)),
        controlPageReadonly: image((mem, own) => controlPageReadonly(layout, mem, own)),
        // kimage_load_segment
        allSegmentsLoaded: task(allSegmentsLoaded),
        segmentLoaded: task(segmentLoaded),
        listFull: image((mem, own) => listFull(layout, mem, own)),
        parkedHit: taskQuestion((mem, caller) => parkedHit(layout, mem, caller) >= 0),
        pageInPlace: question(["kimage_alloc_page"], (mem, { task: caller, frame }) => frame === currentPage(layout, mem, caller).destination),
        pageIsNobodys: question(["kimage_alloc_page"], (mem, { task: caller, frame }) => frame !== null && !isDestination(layout, mem, localImage(layout, mem, caller), frame)),
        destinationHasSource: question(["kimage_alloc_page"], (mem, { task: caller, frame }) => frame !== null && destinationHasSource(layout, mem, caller, frame)),
        nothingToCopy: taskQuestion((mem, caller) => currentPage(layout, mem, caller).chunk === "none"),
        // out
        hasImage: image((_mem, own) => own !== 0),
        notKilled: taskQuestion((mem, caller) => !isKilled(layout, mem, caller)),
    };
}
/** Flags beside the architecture that this kernel does not know. */
export function hasUnknownFlags(flags, features) {
    const jump = features.includes("kexec-jump") ? KEXEC_PRESERVE_CONTEXT : 0;
    const hotplug = features.includes("crash-hotplug")
        ? KEXEC_UPDATE_ELFCOREHDR | KEXEC_CRASH_HOTPLUG_SUPPORT
        : 0;
    const known = KEXEC_ON_CRASH | jump | hotplug;
    return (flags & known) !== (flags & ~KEXEC_ARCH_MASK);
}
/**
 * An architecture that is neither the kernel's own nor left open; the 32-bit entry refuses one that
 * is left open, and no other.
 */
export function isForeign({ flags, compat }) {
    const arch = flags & KEXEC_ARCH_MASK;
    if (compat)
        return arch === KEXEC_ARCH_DEFAULT;
    return arch !== (KEXEC_ARCH | 0) && arch !== KEXEC_ARCH_DEFAULT;
}
//# sourceMappingURL=guards.js.map