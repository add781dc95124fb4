import { errnos } from "../src/kernel/errno.js";
import { PAGE_SIZE_bytes } from "../src/memory/bounds.js";
import { isJumping, isKilled, otherCallOf, resultOf, transitionHolder, } from "../src/memory/call.js";
import { ELFCOREHDR, PEER, TORN } from "../src/memory/content.js";
import { elfcorehdrFrame, wantsUpdate } from "../src/memory/elfcorehdr.js";
import { hasSourceFor } from "../src/memory/entries.js";
import { contentOf, findFrame, isFree, ownerOf, purposeOf, purposes, } from "../src/memory/frames.js";
import { controlCodeFrame, hasFlag, localImage } from "../src/memory/kimage.js";
import { get, imageAt, imageFlags, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KEXEC_LOAD_DISABLED, TABLES, } from "../src/memory/layout.js";
import { limitOf } from "../src/memory/limits.js";
import { currentPage } from "../src/memory/loading.js";
import { lockHolder } from "../src/memory/lock.js";
import { isOverLimit } from "../src/memory/pages.js";
import { isReadonly, nextHole, pagesFor, regionSize } from "../src/memory/region.js";
import { isOnCrash, isUnload, wantsHotplug } from "../src/memory/request.js";
import { functionsOf } from "./order.js";
import { has, installedImages, isLive, ofLoader, onlyWith, pfns, regionPfns, taskStep, tasksOf, unlessLethal, } from "./state.js";
/** That a step has done what it is there for. */
export const effects = (layout) => [
    {
        kind: "alwaysStep",
        name: "a-page-handed-out-is-accounted-for",
        statement: "A page that the allocator hands to a load belongs to the load's image behind that step, " +
            "for whatever purpose, unless the load needs none any more.",
        source: "kernel/kexec_core.c:kimage_alloc_page, kimage_alloc_normal_control_pages",
        refutedBy: "page-not-parked",
        ...ofLoader(layout, ["kimage_alloc_page", "kimage_alloc_normal_control_pages"], {
            holds: ({ before, after, task, type }) => {
                const taken = pfns(layout).filter((pfn) => isFree(layout, before, pfn) && !isFree(layout, after, pfn));
                const image = localImage(layout, before, task);
                if (resultOf(layout, after, task) !== 0)
                    return taken.length === 0;
                if (type === "kimage_alloc_page" && takesParkedPage(layout, before, after, task)) {
                    return taken.length === 0;
                }
                // control pages that were set aside go back when the right one is found
                return taken.length === 1 && taken.every((pfn) => ownerOf(layout, after, pfn) === image);
            },
        }),
    },
    {
        kind: "alwaysStep",
        name: "a-destination-moves-into-place",
        statement: "A destination that the allocator hands out while its data lie in another page gets them at " +
            "once, and the other page is used instead.",
        source: "kernel/kexec_core.c:kimage_alloc_page",
        refutedBy: "destination-not-moved-into-place",
        when: (step) => movesIntoPlace(layout, step) !== null,
        holds: (step) => {
            const move = movesIntoPlace(layout, step);
            if (move === null)
                return true;
            const { image, pfn } = move;
            const { mem } = step.after.context;
            return findFrame(layout, mem, { image, purpose: purposes.SOURCE, index: pfn }) === pfn;
        },
        events: ["kimage_alloc_page"],
    },
    {
        kind: "always",
        name: "page-tables-are-counted",
        statement: "An image that is installed, or that the lock holder works on, knows how many page-table " +
            "pages it owns.",
        source: "arch/x86/kernel/machine_kexec_64.c:init_pgtable",
        refutedBy: "table-not-counted",
        holds: ({ context: { mem } }) => layout.bounds.tablePages === 0 ||
            imagesInUse(layout, mem).every((image) => knowsItsTables(layout, mem, image)),
    },
    {
        kind: "alwaysStep",
        name: "an-image-is-prepared-with-its-tables",
        statement: "An image that is prepared has all its page tables.",
        source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare",
        refutedBy: "one-table-short",
        ...ofLoader(layout, ["kimage_crash_copy_vmcoreinfo", "kimage_load_segment"], {
            when: () => layout.bounds.tablePages > 0,
            holds: ({ before, task }) => {
                const image = localImage(layout, before, task);
                return get(before, imageAt(layout, image) + TABLES) === layout.bounds.tablePages;
            },
        }),
    },
    {
        kind: "alwaysStep",
        name: "a-crash-image-has-its-vmcoreinfo-page",
        statement: "A crash image for which the region has room owns a page for vmcoreinfo behind that step, " +
            "whether it can be mapped or not.",
        source: "kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo",
        refutedBy: "vmcoreinfo-page-not-taken",
        ...ofLoader(layout, ["kimage_crash_copy_vmcoreinfo"], {
            when: ({ before, task, plan }) => isOnCrash(plan.request) && nextHole(layout, before, localImage(layout, before, task)) >= 0,
            holds: ({ before, after, task }) => {
                const image = localImage(layout, before, task);
                return findFrame(layout, after, { image, purpose: purposes.VMCOREINFO }) >= 0;
            },
        }),
    },
    {
        kind: "alwaysStep",
        name: "a-page-whose-copy-stopped-is-torn",
        statement: "A page whose copy from user memory faults is neither empty nor what was asked for.",
        source: "kernel/kexec_core.c:kimage_load_normal_segment, kimage_load_crash_segment",
        refutedBy: "torn-page-keeps-its-bytes",
        ...ofLoader(layout, ["copy_from_user"], {
            when: ({ after, task }) => resultOf(layout, after, task) === errnos.EFAULT,
            holds: ({ before, after, task, plan }) => {
                const { destination } = currentPage(layout, before, task);
                const image = localImage(layout, before, task);
                const source = { image, purpose: purposes.SOURCE, index: destination };
                const pfn = isOnCrash(plan.request) ? destination : findFrame(layout, before, source);
                return contentOf(layout, after, pfn) === TORN;
            },
        }),
    },
    {
        kind: "always",
        name: "hotplug-support-only-when-asked",
        statement: "An installed crash image is kept up to date by hotplug events if and only if its caller " +
            "asked for it; one that was loaded by file always is, from 6.6 on.",
        source: "kernel/kexec.c:arch_crash_hotplug_support",
        refutedBy: "hotplug-support-forgotten",
        when: ({ context: { mem } }) => get(mem, KEXEC_CRASH_IMAGE) !== 0,
        holds: ({ context: { mem } }) => {
            const crash = get(mem, KEXEC_CRASH_IMAGE);
            if (!isLive(layout, mem, crash))
                return false;
            const { request } = imagePlan(layout, mem, crash);
            const asked = has(layout, "crash-hotplug") && (request.file || wantsHotplug(request));
            return hasFlag(layout, mem, crash, imageFlags.HOTPLUG_SUPPORT) === asked;
        },
    },
    ...onlyWith(layout, "control-page-rox", {
        kind: "always",
        name: "an-installed-image-can-be-executed",
        statement: "The control code page of an installed image is read-only and executable from 6.14.",
        source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare",
        refutedBy: "control-page-not-sealed",
        expect: unlessLethal(layout, "kexec_file_load frees an old image after the unlock, which makes the page that it shared " +
            "with a new image writable"),
        when: ({ context: { mem } }) => installedImages(mem).length > 0,
        holds: ({ context: { mem } }) => installedImages(mem).every((image) => {
            const pfn = controlCodeFrame(layout, mem, image);
            return pfn < 0 || isReadonly(layout, mem, pfn);
        }),
    }),
    {
        kind: "alwaysStep",
        name: "an-unload-by-file-empties-its-slot",
        needs: "file",
        statement: "A kexec_file_load that unloads leaves its slot empty, from its first step on.",
        source: "kernel/kexec_file.c:kexec_file_load",
        refutedBy: "unload-by-file-keeps-the-slot",
        ...ofLoader(layout, ["xchg"], {
            when: ({ file, plan }) => file && isUnload(plan.request),
            holds: ({ after, plan }) => get(after, slotFor(plan.request)) === 0,
        }),
    },
    {
        kind: "alwaysStep",
        name: "an-unload-of-nothing-changes-nothing",
        needs: "file",
        statement: "A kexec_file_load that unloads from an empty slot changes neither a slot nor the protection " +
            "of the region.",
        source: "kernel/kexec_file.c:kexec_file_load",
        refutedBy: "unload-of-nothing-protects",
        ...ofLoader(layout, ["xchg"], {
            when: ({ file, plan, before }) => file && isUnload(plan.request) && get(before, slotFor(plan.request)) === 0,
            holds: ({ before, after }) => [KEXEC_IMAGE, KEXEC_CRASH_IMAGE].every((slot) => get(before, slot) === get(after, slot)) &&
                regionPfns(layout).every((pfn) => isReadonly(layout, before, pfn) === isReadonly(layout, after, pfn)),
        }),
    },
    ...onlyWith(layout, "kexec-jump", {
        kind: "alwaysStep",
        name: "a-frozen-task-calls-nothing",
        needs: "reboot",
        statement: "While a jump has frozen the other tasks, no call begins.",
        source: "kernel/power/process.c:freeze_processes",
        refutedBy: "frozen-task-reboots",
        events: [...entries],
        holds: ({ before }) => !isJumping(before.context.mem),
    }),
    {
        kind: "alwaysStep",
        name: "a-signal-kills-its-task-alone",
        statement: "A fatal signal marks its own task once, and no other.",
        source: "kernel/signal.c:complete_signal",
        refutedBy: "kill-takes-everybody",
        events: ["sigkill"],
        holds: ({ before, event, after }) => event.type !== "sigkill" ||
            tasksOf(layout).every((task) => {
                const was = isKilled(layout, before.context.mem, task);
                const is = isKilled(layout, after.context.mem, task);
                return task === event.task ? is && !was : is === was;
            }),
    },
    {
        kind: "alwaysStep",
        name: "one-reboot-at-a-time",
        needs: "reboot",
        statement: "A task that gets system_transition_mutex found it free, and holds it then.",
        source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)",
        refutedBy: "transition-mutex-not-asked",
        events: ["mutex_lock"],
        holds: ({ before, event, after }) => event.type !== "mutex_lock" ||
            (transitionHolder(before.context.mem) < 0 &&
                transitionHolder(after.context.mem) === event.task),
    },
    ...onlyWith(layout, "kexec-jump", {
        kind: "alwaysStep",
        name: "a-failing-jump-is-busy",
        needs: "reboot",
        statement: "A jump for which tasks cannot be frozen, or devices suspended, ends with EBUSY.",
        source: "kernel/kexec_core.c:kernel_kexec",
        refutedBy: "suspend-failure-ignored",
        events: ["freeze_processes", "dpm_suspend_start"],
        holds: ({ event, after }) => {
            if (event.type !== "freeze_processes" && event.type !== "dpm_suspend_start")
                return true;
            const expected = event.outcome === "ok" ? 0 : errnos.EBUSY;
            return resultOf(layout, after.context.mem, event.task) === expected;
        },
    }),
    ...onlyWith(layout, "kexec-jump", {
        kind: "always",
        name: "frozen-only-for-a-jump",
        needs: "reboot",
        statement: "Tasks are frozen, or CPUs stopped, only while some task is on its way to a jump or back.",
        source: "kernel/kexec_core.c:kernel_kexec",
        refutedBy: "suspend-failure-thaws-nobody",
        when: ({ context: { mem } }) => isJumping(mem),
        holds: ({ configuration }) => tasksOf(layout).some((task) => jumps.has(functionsOf(configuration, task))),
    }),
    ...onlyWith(layout, "kexec-jump", {
        kind: "alwaysStep",
        name: "the-peer-leaves-what-it-wrote",
        needs: "reboot",
        statement: "What the other kernel of a jump wrote is there when it jumps back.",
        source: "arch/x86/kernel/relocate_kernel_64.S",
        refutedBy: "peer-writes-nothing",
        events: ["peer_returns"],
        when: ({ event }) => event.type === "peer_returns" && event.wrote,
        holds: ({ before, after }) => {
            const { mem } = before.context;
            const [first = layout.frames] = imagePlan(layout, mem, get(mem, KEXEC_IMAGE)).destinations;
            return first >= layout.frames || contentOf(layout, after.context.mem, first) === PEER;
        },
    }),
    {
        kind: "alwaysStep",
        name: "a-crash-size-that-is-no-number-is-refused",
        needs: "size",
        statement: "A write to kexec_crash_size fails with EINVAL at once if and only if it is no number.",
        source: "kernel/ksysfs.c:kexec_crash_size_store",
        refutedBy: "no-number-accepted",
        events: ["crash_size_store"],
        holds: ({ event, after }) => {
            if (event.type !== "crash_size_store")
                return true;
            const { mem } = after.context;
            const call = otherCallOf(layout, mem, event.task);
            const noNumber = call?.call === "crash_size_store" && call.size_bytes === null;
            return resultOf(layout, mem, event.task) === (noNumber ? errnos.EINVAL : 0);
        },
    },
    {
        kind: "alwaysStep",
        name: "a-new-crash-size-is-taken",
        needs: "size",
        statement: "A new crash size that is accepted is the region's from then on, in whole pages.",
        source: "kernel/crash_core.c:crash_shrink_memory",
        refutedBy: "region-one-page-too-large",
        events: ["crash_shrink_memory"],
        when: ({ event, before, after }) => event.type === "crash_shrink_memory" &&
            resultOf(layout, after.context.mem, event.task) === 0 &&
            askedPages(layout, before.context.mem, event.task) <= regionPages(layout, before.context.mem),
        holds: ({ event, before, after }) => event.type !== "crash_shrink_memory" ||
            regionPages(layout, after.context.mem) === askedPages(layout, before.context.mem, event.task),
    },
    {
        kind: "alwaysStep",
        name: "a-write-of-1-disables-loading",
        needs: "sysctl",
        statement: "A write of 1 to kexec_load_disabled sets it; any other value leaves it alone.",
        source: "kernel/kexec_core.c:kexec_core_sysctls",
        refutedBy: "any-write-disables-loading",
        events: ["proc_dointvec_minmax"],
        when: ({ before }) => !isJumping(before.context.mem),
        holds: ({ before, event, after }) => {
            if (event.type !== "proc_dointvec_minmax")
                return true;
            const was = get(before.context.mem, KEXEC_LOAD_DISABLED);
            return get(after.context.mem, KEXEC_LOAD_DISABLED) === (event.value === 1 ? 1 : was);
        },
    },
    ...onlyWith(layout, "load-limits", {
        kind: "alwaysStep",
        name: "a-load-limit-is-what-was-written",
        needs: "limits",
        statement: "A load limit that was not set, or was larger, is what was written; any other write, and " +
            "every write to the other limit, leaves it alone.",
        source: "kernel/kexec_core.c:kexec_limit_handler",
        refutedBy: "other-limit-set",
        events: ["kexec_limit_handler"],
        when: ({ before }) => !isJumping(before.context.mem),
        holds: ({ before, event, after }) => event.type !== "kexec_limit_handler" ||
            ["reboot", "panic"].every((limit) => {
                const was = limitOf(before.context.mem, limit);
                const lower = event.value >= 0 && (was < 0 || event.value < was);
                const expected = limit === event.limit && lower ? event.value : was;
                return limitOf(after.context.mem, limit) === expected;
            }),
    }),
    ...onlyWith(layout, "crash-hotplug", {
        kind: "alwaysStep",
        name: "a-hotplug-event-rewrites-the-elfcorehdr",
        needs: "hotplug",
        statement: "A hotplug event that got the lock rewrites the elfcorehdr, and no other page.",
        source: "arch/x86/kernel/crash.c:arch_crash_handle_hotplug_event",
        refutedBy: "elfcorehdr-not-rewritten",
        events: ["arch_crash_handle_hotplug_event"],
        holds: ({ before, after }) => {
            const { mem } = before.context;
            const header = elfcorehdrFrame(layout, mem, get(mem, KEXEC_CRASH_IMAGE));
            return pfns(layout).every((pfn) => {
                const expected = pfn === header ? ELFCOREHDR : contentOf(layout, mem, pfn);
                return contentOf(layout, after.context.mem, pfn) === expected;
            });
        },
    }),
    ...onlyWith(layout, "crash-hotplug", {
        kind: "alwaysStep",
        name: "a-hotplug-event-closes-what-it-opened",
        needs: "hotplug",
        statement: "A hotplug event ends with the region protected and the lock free.",
        source: "kernel/crash_core.c:crash_handle_hotplug_event",
        refutedBy: "hotplug-event-keeps-the-lock",
        events: ["hotplug_unlock"],
        holds: ({ after }) => {
            const { mem } = after.context;
            return lockHolder(mem) < 0 && wantsUpdate(layout, mem);
        },
    }),
];
/** The steps in which a task enters the kernel. */
const entries = new Set([
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "crash_size_show",
    "crash_size_store",
]);
function slotFor(request) {
    return isOnCrash(request) ? KEXEC_CRASH_IMAGE : KEXEC_IMAGE;
}
/** A page that was handed out, and is the destination of another page of the same image. */
function movesIntoPlace(layout, step) {
    const { event } = step;
    const own = taskStep(layout, step);
    if (event.type !== "kimage_alloc_page" || own === null || event.frame === null)
        return null;
    const { before, after, task } = own;
    if (isKilled(layout, before, task) || takesParkedPage(layout, before, after, task))
        return null;
    const { frame: pfn } = event;
    if (isOverLimit(layout, pfn))
        return null;
    const image = localImage(layout, before, task);
    return hasSourceFor(layout, before, image, pfn) ? { image, pfn } : null;
}
/** The functions of a jump, from the freeze on to the thaw. */
const jumps = new Set([
    "dpm_suspend_start",
    "syscore_suspend",
    "swap_pages",
    "peer_returns",
    "thaw_processes",
]);
/** The page that was wanted was on dest_pages already. */
function takesParkedPage(layout, before, after, task) {
    const image = localImage(layout, before, task);
    const parked = (mem) => pfns(layout).filter((pfn) => ownerOf(layout, mem, pfn) === image && purposeOf(layout, mem, pfn) === purposes.PARKED).length;
    return parked(after) < parked(before);
}
/** Of the others kexec_file_load may have taken the pages away (B2). */
function imagesInUse(layout, mem) {
    const holder = lockHolder(mem);
    const own = holder >= 0 && holder < layout.bounds.tasks ? localImage(layout, mem, holder) : 0;
    return own === 0 ? installedImages(mem) : [...installedImages(mem), own];
}
function knowsItsTables(layout, mem, image) {
    const owned = pfns(layout).filter((pfn) => ownerOf(layout, mem, pfn) === image && purposeOf(layout, mem, pfn) === purposes.TABLE);
    return owned.length === get(mem, imageAt(layout, image) + TABLES);
}
function askedPages(layout, mem, task) {
    const call = otherCallOf(layout, mem, task);
    return call?.call === "crash_size_store" ? pagesFor(call.size_bytes ?? 0n) : 0;
}
function regionPages(layout, mem) {
    return Number(regionSize(layout, mem) / PAGE_SIZE_bytes);
}
//# sourceMappingURL=effects.js.map