import { setup } from "xstate";
import { errnos } from "../src/kernel/errno.js";
import { KEXEC_ON_CRASH } from "../src/kernel/kexec.js";
import { setResult } from "../src/memory/call.js";
import { allocateFileImage, canAllocateFileImage, hasRoomForSegments, hasRoomForTables, loadFileSegments, takeTables, } from "../src/memory/file-load.js";
import { initialMem, planOf } from "../src/memory/layout.js";
import { releaseLockKeepingImage } from "../src/memory/lock.js";
import { freeUnlockedImage, takeFromSlot } from "../src/memory/slots.js";
import { actions } from "./actions.js";
import { guards } from "./guards.js";
import { step, taskQuestion, taskStep } from "./steps.js";
const EPERM = { type: "setResult", params: { errno: "EPERM" } };
const ENOMEM = { type: "setResult", params: { errno: "ENOMEM" } };
const EBUSY = { type: "setResult", params: { errno: "EBUSY" } };
const EINVAL = { type: "setResult", params: { errno: "EINVAL" } };
/**
 * One call of kexec_file_load, as far as the two images, the lock and the region notice it.
 *
 * It shares everything with kexec_load but its last step: what the local variable `image` holds is
 * freed when the lock is gone (B2).
 *
 *   idle - the gates - trylock - slot - image - prepare - vmcoreinfo - segments - exchange
 *        - out - unlock - free - return
 *
 * @param layout the memory that the actions change
 * @omits reading and verifying the files, and their buffers: no step of them touches what is modelled
 */
export function kexecFileLoad(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: { ...guards(layout), ...fileGuards(layout) },
        actions: { ...actions(layout), ...fileActions(layout) },
    }).createMachine({
        id: "kexecFileLoad",
        description: "One task that calls kexec_file_load again and again.",
        context: { mem: initialMem(layout) },
        initial: "idle",
        states: {
            idle: {
                id: "idle",
                description: "The task is in user space.",
                meta: {
                    source: "user space",
                    holds: ["notInCall", "notKilled", "notHoldingLock", "noImage"],
                },
                on: { kexec_file_load: { guard: "notFrozen", target: "file", actions: "enterCall" } },
            },
            gone: {
                id: "gone",
                description: "An oops or a panic ended the task where it stood; it keeps what it held.",
                meta: {
                    source: "kernel/exit.c:make_task_dead, kernel/panic.c:panic",
                    holds: ["notInCall"],
                },
                tags: "terminal",
            },
            file: {
                description: "The task is inside the system call.",
                meta: { source: "kernel/kexec_file.c:SYSCALL_DEFINE5(kexec_file_load)", holds: ["inCall"] },
                initial: "entered",
                on: {
                    sigkill: {
                        description: "A fatal signal is pending from now on; nothing else changes yet.",
                        guard: "notKilled",
                        actions: "killTask",
                        meta: {
                            source: "kernel/signal.c:complete_signal",
                            waits: { reason: "a second fatal signal changes nothing" },
                        },
                    },
                    oops: {
                        description: "A bug in kernel mode: nothing is undone, and nothing released.",
                        target: "gone",
                        actions: "loseTask",
                    },
                    panic: {
                        description: "The CPU on which the task runs panics, and never comes back to it.",
                        target: "gone",
                        actions: "loseTask",
                    },
                },
                states: {
                    entered: {
                        description: "Nothing is checked yet; no lockdown and no LSM is asked at this door.",
                        meta: {
                            source: "kernel/kexec_file.c:SYSCALL_DEFINE5(kexec_file_load)",
                            holds: ["notHoldingLock", "noResultYet", "noImage"],
                        },
                        on: {
                            kexec_load_permitted: [
                                { guard: "lacksCapSysBoot", target: "returning", actions: EPERM },
                                { guard: "kexecLoadDisabled", target: "returning", actions: EPERM },
                                {
                                    guard: "loadLimitReached",
                                    target: "returning",
                                    actions: EPERM,
                                    meta: { source: "6.3: kexec_load_permitted", feature: "load-limits" },
                                },
                                {
                                    guard: "unknownFileFlags",
                                    target: "returning",
                                    actions: ["consumeLimit", EINVAL],
                                },
                                { target: "admitted", actions: "consumeLimit" },
                            ],
                        },
                    },
                    admitted: {
                        description: "Every gate let the request pass.",
                        meta: {
                            source: "kernel/kexec_file.c:SYSCALL_DEFINE5(kexec_file_load)",
                            holds: ["notHoldingLock", "noResultYet", "noImage"],
                        },
                        on: {
                            kexec_trylock: [
                                { guard: "lockHeld", target: "returning", actions: EBUSY },
                                { guard: "unloads", target: "locked.unloading", actions: "takeLock" },
                                { guard: "onCrash", target: "locked.replacing", actions: "takeLock" },
                                { target: "locked.allocating", actions: "takeLock" },
                            ],
                        },
                    },
                    locked: {
                        description: "The task holds the one lock of kexec.",
                        meta: { source: "kernel/kexec_file.c:kexec_file_load", holds: ["holdingLock"] },
                        initial: "unloading",
                        states: {
                            unloading: {
                                description: "An unload keeps the image in its local variable.",
                                meta: {
                                    source: "kernel/kexec_file.c:kexec_file_load",
                                    holds: ["noResultYet", "noImage"],
                                },
                                on: {
                                    xchg: [
                                        {
                                            guard: "onCrashOverLoaded",
                                            target: "out",
                                            actions: ["unprotectRegion", "takeFromSlot"],
                                        },
                                        { target: "out", actions: "takeFromSlot" },
                                    ],
                                },
                            },
                            replacing: {
                                description: "The old crash image goes before the files are read.",
                                meta: {
                                    source: "kernel/kexec_file.c:kexec_file_load",
                                    holds: ["isCrash", "noResultYet", "noImage"],
                                },
                                on: {
                                    kimage_free: [
                                        {
                                            guard: "onCrashOverLoaded",
                                            target: "allocating",
                                            actions: ["unprotectRegion", "freeSlotImage"],
                                        },
                                        { target: "allocating" },
                                    ],
                                },
                            },
                            allocating: {
                                description: "There is no image yet; a normal load keeps its old one so far.",
                                meta: {
                                    source: "kernel/kexec_file.c:kimage_file_alloc_init",
                                    holds: ["noResultYet", "noImage", "crashSlotEmptyIfCrash"],
                                },
                                on: {
                                    kimage_file_alloc_init: [
                                        { guard: "noPagesForImage", target: "out", actions: ENOMEM },
                                        { guard: "fails", target: "out", actions: "setFileResult" },
                                        { target: "preparing", actions: "allocateFileImage" },
                                    ],
                                },
                            },
                            preparing: {
                                description: "The image has its control page, and a normal one its swap page.",
                                meta: {
                                    source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare",
                                    holds: ["ownImage", "noResultYet", "hasControlPage", "hasSwapPageIfNormal"],
                                },
                                on: {
                                    machine_kexec_prepare: [
                                        { guard: "noPagesForTables", target: "out", actions: ENOMEM },
                                        {
                                            description: "B2: an old image has not given the page back yet.",
                                            guard: "controlPageReadonly",
                                            target: "#fileFaulted",
                                            actions: "takeTables",
                                            meta: {
                                                source: "6.14: set_memory_rox",
                                                feature: "control-page-rox",
                                                without: "frees-before-unlock",
                                            },
                                        },
                                        { guard: "fails", target: "out", actions: "setArchitectureResult" },
                                        {
                                            guard: "onCrash",
                                            target: "vmcoreinfo",
                                            actions: ["takeTables", "sealControlPage"],
                                        },
                                        { target: "segments", actions: ["takeTables", "sealControlPage"] },
                                    ],
                                },
                            },
                            vmcoreinfo: {
                                description: "A crash image gets its copy of vmcoreinfo.",
                                meta: {
                                    source: "kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo",
                                    holds: ["isCrash", "ownImage", "noResultYet", "allTables"],
                                },
                                on: {
                                    kimage_crash_copy_vmcoreinfo: [
                                        { guard: "noHole", target: "out", actions: ENOMEM },
                                        { guard: "fails", target: "out", actions: ["takeVmcoreinfoPage", ENOMEM] },
                                        { target: "segments", actions: ["takeVmcoreinfoPage", "publishVmcoreinfo"] },
                                    ],
                                },
                            },
                            segments: {
                                description: "The segments are in buffers of the kernel: no user page can fault.",
                                meta: {
                                    source: "kernel/kexec_core.c:kimage_load_segment",
                                    holds: ["ownImage", "noResultYet", "allTables", "vmcoreinfoIfCrash"],
                                },
                                on: {
                                    kimage_load_segment: [
                                        { guard: "noPagesForSegments", target: "out", actions: ENOMEM },
                                        {
                                            description: "The digests of the segments could not be made.",
                                            guard: "fails",
                                            target: "out",
                                            actions: ENOMEM,
                                        },
                                        { target: "complete", actions: "loadFileSegments" },
                                    ],
                                },
                            },
                            complete: {
                                description: "The image can be installed.",
                                meta: {
                                    source: "kernel/kexec_file.c:kexec_file_load",
                                    holds: ["ownImage", "noResultYet", "listTerminated", "vmcoreinfoIfCrash"],
                                },
                                on: { xchg: { target: "out", actions: "exchangeImages" } },
                            },
                            out: {
                                description: "The label out, after success and failure alike.",
                                meta: { source: "kernel/kexec_file.c:kexec_file_load" },
                                always: [
                                    { guard: "onCrashOverLoaded", target: "protecting" },
                                    {
                                        description: "B2 mended: the image is freed under the lock.",
                                        guard: "freesBeforeUnlock",
                                        target: "freeing",
                                        meta: { source: "in no kernel yet", feature: "frees-before-unlock" },
                                    },
                                    {
                                        target: "unlocking",
                                        meta: { source: "every kernel so far", without: "frees-before-unlock" },
                                    },
                                ],
                            },
                            protecting: {
                                description: "The new crash image is installed in a writable region.",
                                meta: {
                                    source: "kernel/kexec_file.c:kexec_file_load",
                                    holds: ["isCrash", "noResultYet"],
                                },
                                on: {
                                    arch_kexec_protect_crashkres: [
                                        {
                                            guard: "freesBeforeUnlock",
                                            target: "freeing",
                                            actions: "protectRegion",
                                            meta: { source: "in no kernel yet", feature: "frees-before-unlock" },
                                        },
                                        {
                                            target: "unlocking",
                                            actions: "protectRegion",
                                            meta: { source: "every kernel so far", without: "frees-before-unlock" },
                                        },
                                    ],
                                },
                            },
                            freeing: {
                                description: "B2 mended: nobody else can see the image any more.",
                                meta: { source: "in no kernel yet", feature: "frees-before-unlock" },
                                on: { kimage_free: { target: "unlocking", actions: "freeImage" } },
                            },
                            unlocking: {
                                description: "Everything is done but the unlock, and the free behind it.",
                                meta: { source: "kernel/kexec_file.c:kexec_file_load" },
                                on: {
                                    kexec_unlock: [
                                        {
                                            guard: "freesBeforeUnlock",
                                            target: "#fileReturning",
                                            actions: "releaseLockKeepingImage",
                                            meta: { source: "in no kernel yet", feature: "frees-before-unlock" },
                                        },
                                        {
                                            target: "#unlocked",
                                            actions: "releaseLockKeepingImage",
                                            meta: { source: "every kernel so far", without: "frees-before-unlock" },
                                        },
                                    ],
                                },
                            },
                        },
                    },
                    faulted: {
                        id: "fileFaulted",
                        description: "A write to a read-only page: nothing but an oops can follow.",
                        meta: {
                            source: "arch/x86/mm/fault.c:page_fault_oops",
                            holds: ["holdingLock", "ownImage", "allTables"],
                            feature: "control-page-rox",
                            without: "frees-before-unlock",
                        },
                    },
                    unlocked: {
                        id: "unlocked",
                        description: "Anybody may load again, and the image is not freed yet (B2).",
                        meta: {
                            source: "kernel/kexec_file.c:kexec_file_load",
                            holds: ["notHoldingLock"],
                            without: "frees-before-unlock",
                        },
                        on: { kimage_free: { target: "returning", actions: "freeUnlockedImage" } },
                    },
                    returning: {
                        id: "fileReturning",
                        description: "The result is decided.",
                        meta: {
                            source: "kernel/kexec_file.c:SYSCALL_DEFINE5(kexec_file_load)",
                            holds: ["notHoldingLock", "noImage"],
                        },
                        on: { sys_exit: { target: "#idle", actions: "leaveCall" } },
                    },
                },
            },
        },
    });
}
function fileGuards(layout) {
    const task = (ask) => taskQuestion((mem, caller) => ask(layout, mem, caller));
    return {
        /** A request's flags are those of kexec_load; of these a file load can be on-crash only. */
        unknownFileFlags: taskQuestion((mem, caller) => (planOf(layout, mem, caller).request.flags & ~KEXEC_ON_CRASH) !== 0),
        noPagesForImage: task((...state) => !canAllocateFileImage(...state)),
        noPagesForTables: task((...state) => !hasRoomForTables(...state)),
        noPagesForSegments: task((...state) => !hasRoomForSegments(...state)),
        freesBeforeUnlock: taskQuestion(() => layout.bounds.features.includes("frees-before-unlock")),
    };
}
function fileActions(layout) {
    const task = (apply) => taskStep((mem, caller) => apply(layout, mem, caller));
    return {
        takeFromSlot: task(takeFromSlot),
        allocateFileImage: task(allocateFileImage),
        takeTables: task(takeTables),
        loadFileSegments: task(loadFileSegments),
        releaseLockKeepingImage: task(releaseLockKeepingImage),
        freeUnlockedImage: task(freeUnlockedImage),
        /** The call will return the error of reading and verifying the files. */
        setFileResult: step(["kimage_file_alloc_init"], (mem, { task: caller, outcome }) => setResult(layout, mem, caller, outcome === "ok" ? 0 : errnos[outcome])),
    };
}
//# sourceMappingURL=kexec-file-load.js.map