import { setup } from "xstate";
import { initialMem } from "../src/memory/layout.js";
import { actions } from "./actions.js";
import { guards } from "./guards.js";
/** The call will return this error: the action of an early exit. */
const EPERM = { type: "setResult", params: { errno: "EPERM" } };
const ENOMEM = { type: "setResult", params: { errno: "ENOMEM" } };
const EFAULT = { type: "setResult", params: { errno: "EFAULT" } };
const EBUSY = { type: "setResult", params: { errno: "EBUSY" } };
const EINVAL = { type: "setResult", params: { errno: "EINVAL" } };
const EADDRNOTAVAIL = { type: "setResult", params: { errno: "EADDRNOTAVAIL" } };
/**
 * One call of kexec_load, from the entry of the system call to its return, for one task.
 *
 * Read it beside kernel/kexec.c: a state is what is true between two steps, an event is the C
 * function that performs the step, the transitions of an event are the branches of that function
 * in the order in which the kernel asks, and every early exit shows the error that it returns.
 *
 *   idle - the gates - trylock - slot - image - control pages - prepare - vmcoreinfo
 *        - segments - terminate - post load - exchange - out - unlock - return
 *
 * @param layout the memory that the actions change
 */
export function kexecLoad(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: guards(layout),
        actions: actions(layout),
    }).createMachine({
        id: "kexecLoad",
        description: "One task that calls kexec_load again and again.",
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
                on: {
                    kexec_load: {
                        guard: "notFrozen",
                        target: "call",
                        actions: "enterCall",
                        meta: {
                            source: "kernel/power/process.c:freeze_processes",
                            waits: { reason: "a frozen task waits until it is thawed", feature: "kexec-jump" },
                        },
                    },
                },
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
            call: {
                description: "The task is inside the system call.",
                meta: { source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)", holds: ["inCall"] },
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
                        description: "Nothing is checked yet.",
                        meta: {
                            source: "kernel/kexec.c:kexec_load_check",
                            holds: ["notHoldingLock", "noResultYet", "noImage"],
                        },
                        on: {
                            kexec_load_check: [
                                { guard: "lacksCapSysBoot", target: "returning", actions: EPERM },
                                { guard: "kexecLoadDisabled", target: "returning", actions: EPERM },
                                {
                                    guard: "loadLimitReached",
                                    target: "returning",
                                    actions: EPERM,
                                    meta: { source: "6.3: kexec_load_permitted", feature: "load-limits" },
                                },
                                { target: "permitted", actions: "consumeLimit" },
                            ],
                        },
                    },
                    permitted: {
                        description: "The attempt counts, whatever the rest of the gates say, in the same step.",
                        meta: { source: "kernel/kexec.c:kexec_load_check" },
                        always: [
                            { guard: "lsmRefuses", target: "returning", actions: "setLsmResult" },
                            { guard: "lockedDown", target: "returning", actions: "setLockdownResult" },
                            { guard: "unknownFlags", target: "returning", actions: EINVAL },
                            { guard: "tooManySegments", target: "returning", actions: EINVAL },
                            {
                                description: "In the system call itself: native and 0 pass; in a 32-bit call not 0.",
                                guard: "foreignArchitecture",
                                target: "returning",
                                actions: EINVAL,
                            },
                            {
                                guard: "listCopiedFirst",
                                target: "segmentListOutside",
                                meta: { source: "5.15, and the 32-bit entry always" },
                            },
                            {
                                target: "admitted",
                                meta: { source: "up to 5.14", without: "list-copied-before-lock" },
                            },
                        ],
                    },
                    segmentListOutside: {
                        description: "The segment list is copied while nothing is held; an unload has none.",
                        meta: {
                            source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load), memdup_user",
                            holds: ["notHoldingLock", "admissible", "noResultYet", "noImage"],
                        },
                        on: {
                            copy_user_segment_list: [
                                {
                                    description: "B4: a 32-bit call returns the number of bytes that are left.",
                                    guard: "leavesBytesOver",
                                    target: "returning",
                                    actions: "setLeftoverResult",
                                    meta: {
                                        source: "kernel/kexec.c:COMPAT_SYSCALL_DEFINE4(kexec_load)",
                                        feature: "leftover-count-returned",
                                    },
                                },
                                {
                                    description: "The crash image is untouched: nothing was unlocked for this call.",
                                    guard: "fails",
                                    target: "returning",
                                    actions: "setCopyResult",
                                },
                                { target: "admitted" },
                            ],
                        },
                    },
                    admitted: {
                        description: "Every gate let the request pass.",
                        meta: {
                            source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
                            holds: ["notHoldingLock", "admissible", "noResultYet", "noImage"],
                        },
                        on: {
                            kexec_trylock: [
                                { guard: "lockHeld", target: "returning", actions: EBUSY },
                                { target: "locked", actions: "takeLock" },
                            ],
                        },
                    },
                    locked: {
                        description: "The task holds the one lock of kexec.",
                        meta: { source: "kernel/kexec.c:do_kexec_load", holds: ["holdingLock", "admissible"] },
                        initial: "choosingSlot",
                        states: {
                            choosingSlot: {
                                description: "Which of the two images is meant is not looked at yet.",
                                meta: {
                                    source: "kernel/kexec.c:do_kexec_load",
                                    holds: ["noResultYet", "noImage"],
                                },
                                on: {
                                    do_kexec_load: [
                                        {
                                            guard: "onCrashOverLoaded",
                                            target: "slotChosen",
                                            actions: "unprotectRegion",
                                        },
                                        { guard: "onCrash", target: "slotChosen" },
                                        { target: "slotChosen" },
                                    ],
                                },
                            },
                            slotChosen: {
                                description: "The slot is known, and for the crash slot the region is writable.",
                                meta: {
                                    source: "kernel/kexec.c:do_kexec_load",
                                    holds: ["noResultYet", "noImage", "regionWritableIfCrash"],
                                },
                                on: {
                                    kimage_free: [
                                        {
                                            description: "An unload returns from here, past the label out.",
                                            guard: "unloadsImage",
                                            target: "unlocking",
                                            actions: "freeSlotImage",
                                        },
                                        { guard: "unloads", target: "unlocking" },
                                        {
                                            description: "The old crash image goes before anybody looks at the new one.",
                                            guard: "onCrashOverLoaded",
                                            target: "kimageAllocInit",
                                            actions: "freeSlotImage",
                                        },
                                        {
                                            guard: "onCrash",
                                            target: "kimageAllocInit",
                                            meta: {
                                                source: "kernel/kexec.c:do_kexec_load",
                                                waits: { reason: "a normal load frees nothing here" },
                                            },
                                        },
                                    ],
                                    kimage_alloc_init: {
                                        description: "A normal load keeps its old image until the exchange.",
                                        guard: "normalLoad",
                                        target: "kimageAllocInit.structure",
                                        meta: {
                                            source: "kernel/kexec.c:do_kexec_load",
                                            waits: { reason: "an unload allocates nothing, a crash load frees first" },
                                        },
                                    },
                                },
                            },
                            kimageAllocInit: {
                                description: "The image is set up; a failure returns past the label out.",
                                meta: {
                                    source: "kernel/kexec.c:kimage_alloc_init",
                                    holds: ["loads", "noResultYet", "crashSlotEmptyIfCrash", "regionWritableIfCrash"],
                                },
                                initial: "entry",
                                states: {
                                    entry: {
                                        description: "A crash image must be entered inside the crash region.",
                                        meta: {
                                            source: "kernel/kexec.c:kimage_alloc_init",
                                            holds: ["isCrash", "noImage"],
                                        },
                                        on: {
                                            kimage_alloc_init: [
                                                { guard: "entryBelowRegion", target: "#unlocking", actions: EADDRNOTAVAIL },
                                                { guard: "entryAboveRegion", target: "#unlocking", actions: EADDRNOTAVAIL },
                                                { target: "structure" },
                                            ],
                                        },
                                    },
                                    structure: {
                                        description: "There is no image yet.",
                                        meta: {
                                            source: "kernel/kexec_core.c:do_kimage_alloc_init",
                                            holds: ["noImage"],
                                        },
                                        on: {
                                            do_kimage_alloc_init: [
                                                { guard: "fails", target: "#unlocking", actions: ENOMEM },
                                                {
                                                    guard: "listCopiedBeforeLock",
                                                    target: "unchecked",
                                                    actions: ["allocateImage", "copySegmentList"],
                                                    meta: { source: "5.15", feature: "list-copied-before-lock" },
                                                },
                                                {
                                                    target: "segmentList",
                                                    actions: "allocateImage",
                                                    meta: { source: "up to 5.14", without: "list-copied-before-lock" },
                                                },
                                            ],
                                        },
                                    },
                                    segmentList: {
                                        description: "The image is empty; its segment list is in user memory.",
                                        meta: {
                                            source: "kernel/kexec.c:copy_user_segment_list",
                                            holds: ["ownImage"],
                                            without: "list-copied-before-lock",
                                        },
                                        on: {
                                            copy_user_segment_list: [
                                                {
                                                    guard: "fails",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", "setCopyResult"],
                                                },
                                                { target: "unchecked", actions: "copySegmentList" },
                                            ],
                                        },
                                    },
                                    unchecked: {
                                        description: "The segment list is copied; every rule is asked of all of it.",
                                        meta: {
                                            source: "kernel/kexec_core.c:sanity_check_segment_list",
                                            holds: ["ownImage", "listCopied"],
                                        },
                                        on: {
                                            sanity_check_segment_list: [
                                                {
                                                    guard: "someSegmentWraps",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EADDRNOTAVAIL],
                                                },
                                                {
                                                    guard: "someSegmentUnaligned",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EADDRNOTAVAIL],
                                                },
                                                {
                                                    guard: "someSegmentBeyondLimit",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EADDRNOTAVAIL],
                                                },
                                                {
                                                    guard: "someSegmentsOverlap",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EINVAL],
                                                },
                                                {
                                                    guard: "someBufferTooLong",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EINVAL],
                                                },
                                                {
                                                    guard: "someSegmentTooLarge",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EINVAL],
                                                },
                                                {
                                                    guard: "allSegmentsTooLarge",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EINVAL],
                                                },
                                                {
                                                    guard: "someSegmentBelowRegion",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EADDRNOTAVAIL],
                                                },
                                                {
                                                    guard: "someSegmentAboveRegion",
                                                    target: "#unlocking",
                                                    actions: ["kfreeImage", EADDRNOTAVAIL],
                                                },
                                                { guard: "onCrash", target: "crashControlPage" },
                                                { target: "controlPage" },
                                            ],
                                        },
                                    },
                                    crashControlPage: {
                                        description: "The control code of a crash image goes into the region.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_alloc_crash_control_pages",
                                            holds: ["isCrash", "ownImage", "listCopied"],
                                        },
                                        on: {
                                            kimage_alloc_crash_control_pages: [
                                                { guard: "noHole", target: "#unlocking", actions: ["kfreeImage", ENOMEM] },
                                                {
                                                    target: "#allocated",
                                                    actions: { type: "takeHole", params: { as: "control" } },
                                                },
                                            ],
                                        },
                                    },
                                    controlPage: {
                                        description: "A page for the control code is wanted, and no destination.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_alloc_normal_control_pages",
                                            holds: ["isNormal", "ownImage", "listCopied"],
                                        },
                                        on: {
                                            kimage_alloc_normal_control_pages: [
                                                {
                                                    guard: "noPage",
                                                    target: "#unlocking",
                                                    actions: ["giveBackExtraPages", "kfreeImage", ENOMEM],
                                                },
                                                { guard: "pageOverLimit", actions: "setPageAside" },
                                                { guard: "pageIsDestination", actions: "setPageAside" },
                                                {
                                                    target: "swapPage",
                                                    actions: [
                                                        { type: "takeControlPage", params: { as: "control" } },
                                                        "giveBackExtraPages",
                                                    ],
                                                },
                                            ],
                                        },
                                    },
                                    swapPage: {
                                        description: "A page to swap through is wanted, and no destination.",
                                        meta: {
                                            source: "kernel/kexec.c:kimage_alloc_init",
                                            holds: ["isNormal", "ownImage", "listCopied", "hasControlPage"],
                                        },
                                        on: {
                                            kimage_alloc_normal_control_pages: [
                                                {
                                                    description: "out_free_control_pages, then out_free_image",
                                                    guard: "noPage",
                                                    target: "#unlocking",
                                                    actions: ["giveBackExtraPages", "freeControlPages", "kfreeImage", ENOMEM],
                                                },
                                                { guard: "pageOverLimit", actions: "setPageAside" },
                                                { guard: "pageIsDestination", actions: "setPageAside" },
                                                {
                                                    target: "#allocated",
                                                    actions: [
                                                        { type: "takeControlPage", params: { as: "swap" } },
                                                        "giveBackExtraPages",
                                                    ],
                                                },
                                            ],
                                        },
                                    },
                                },
                            },
                            allocated: {
                                id: "allocated",
                                description: "From here on a failure goes through the label out.",
                                meta: { source: "kernel/kexec.c:do_kexec_load" },
                                always: [
                                    {
                                        guard: "preservesContext",
                                        target: "flagged",
                                        actions: "preserveContext",
                                        meta: { source: "CONFIG_KEXEC_JUMP", feature: "kexec-jump" },
                                    },
                                    { target: "flagged" },
                                ],
                            },
                            flagged: {
                                description: "The image knows whether it comes back.",
                                meta: { source: "kernel/kexec.c:do_kexec_load" },
                                always: [
                                    {
                                        guard: "supportsHotplug",
                                        target: "machineKexecPrepare",
                                        actions: "supportHotplug",
                                        meta: { source: "6.6: arch_crash_hotplug_support", feature: "crash-hotplug" },
                                    },
                                    { target: "machineKexecPrepare" },
                                ],
                            },
                            machineKexecPrepare: {
                                description: "The architecture prepares the jump.",
                                meta: {
                                    source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare",
                                    holds: [
                                        "loads",
                                        "ownImage",
                                        "noResultYet",
                                        "listCopied",
                                        "hasControlPage",
                                        "hasSwapPageIfNormal",
                                        "crashSlotEmptyIfCrash",
                                        "regionWritableIfCrash",
                                    ],
                                },
                                initial: "tables",
                                states: {
                                    tables: {
                                        description: "Page tables for the jump are built page by page.",
                                        meta: { source: "arch/x86/kernel/machine_kexec_64.c:init_pgtable" },
                                        always: [
                                            { guard: "tablesComplete", target: "architecture" },
                                            { guard: "onCrash", target: "crashTable" },
                                            { target: "table" },
                                        ],
                                    },
                                    table: {
                                        description: "A page-table page is wanted, and no destination.",
                                        meta: {
                                            source: "arch/x86/kernel/machine_kexec_64.c:alloc_pgt_page",
                                            holds: ["isNormal"],
                                        },
                                        on: {
                                            kimage_alloc_normal_control_pages: [
                                                {
                                                    guard: "noPage",
                                                    target: "#out",
                                                    actions: ["giveBackExtraPages", ENOMEM],
                                                },
                                                { guard: "pageOverLimit", actions: "setPageAside" },
                                                { guard: "pageIsDestination", actions: "setPageAside" },
                                                {
                                                    target: "tables",
                                                    actions: [
                                                        { type: "takeControlPage", params: { as: "table" } },
                                                        "giveBackExtraPages",
                                                        "countTable",
                                                    ],
                                                },
                                            ],
                                        },
                                    },
                                    crashTable: {
                                        description: "A page-table page in the region is wanted.",
                                        meta: {
                                            source: "arch/x86/kernel/machine_kexec_64.c:alloc_pgt_page",
                                            holds: ["isCrash"],
                                        },
                                        on: {
                                            kimage_alloc_crash_control_pages: [
                                                { guard: "noHole", target: "#out", actions: ENOMEM },
                                                {
                                                    target: "tables",
                                                    actions: [{ type: "takeHole", params: { as: "table" } }, "countTable"],
                                                },
                                            ],
                                        },
                                    },
                                    architecture: {
                                        description: "The page tables are complete.",
                                        meta: {
                                            source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare",
                                            holds: ["allTables", "noExtraPages"],
                                        },
                                        on: {
                                            machine_kexec_prepare: [
                                                {
                                                    description: "B2: an old image has not given the page back yet.",
                                                    guard: "controlPageReadonly",
                                                    target: "#faulted",
                                                    meta: {
                                                        source: "6.14: set_memory_rox",
                                                        feature: "control-page-rox",
                                                        without: "frees-before-unlock",
                                                    },
                                                },
                                                { guard: "fails", target: "#out", actions: "setArchitectureResult" },
                                                { target: "#vmcoreinfo", actions: "sealControlPage" },
                                            ],
                                        },
                                    },
                                },
                            },
                            vmcoreinfo: {
                                id: "vmcoreinfo",
                                description: "A crash image gets its copy of vmcoreinfo, a normal one nothing.",
                                meta: {
                                    source: "kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo",
                                    holds: ["ownImage", "noResultYet", "allTables", "regionWritableIfCrash"],
                                },
                                on: {
                                    kimage_crash_copy_vmcoreinfo: [
                                        { guard: "normalLoad", target: "segments" },
                                        { guard: "noHole", target: "out", actions: ENOMEM },
                                        {
                                            description: "There is a page, but vmap fails.",
                                            guard: "fails",
                                            target: "out",
                                            actions: ["takeVmcoreinfoPage", ENOMEM],
                                        },
                                        {
                                            description: "The global pointer is set before the image is installed.",
                                            target: "segments",
                                            actions: ["takeVmcoreinfoPage", "publishVmcoreinfo"],
                                        },
                                    ],
                                },
                            },
                            segments: {
                                id: "segments",
                                description: "for (i = 0; i < nr_segments; i++) kimage_load_segment",
                                meta: { source: "kernel/kexec_core.c:kimage_load_segment" },
                                always: [
                                    { guard: "allSegmentsLoaded", target: "filled" },
                                    { guard: "onCrash", target: "crashSegment" },
                                    { target: "normalSegment" },
                                ],
                            },
                            normalSegment: {
                                description: "A segment of a normal image is copied to source pages.",
                                meta: {
                                    source: "kernel/kexec_core.c:kimage_load_normal_segment",
                                    holds: [
                                        "isNormal",
                                        "ownImage",
                                        "noResultYet",
                                        "hasControlPage",
                                        "hasSwapPageIfNormal",
                                    ],
                                },
                                initial: "destination",
                                states: {
                                    destination: {
                                        description: "The segment's destination is not on the list yet.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_set_destination",
                                            holds: ["noPageWaits"],
                                        },
                                        on: {
                                            kimage_set_destination: [
                                                { guard: "listFull", target: "listPageForDestination" },
                                                { target: "pages", actions: "addDestination" },
                                            ],
                                        },
                                    },
                                    listPageForDestination: {
                                        description: "The entry needs a new list page, which is no destination.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_add_entry",
                                            holds: ["noPageWaits"],
                                        },
                                        on: {
                                            kimage_alloc_page: [
                                                { guard: "noPage", target: "#out", actions: ENOMEM },
                                                { guard: "pageOverLimit", actions: "setPageUnusable" },
                                                {
                                                    guard: "pageIsNobodys",
                                                    target: "pages",
                                                    actions: [
                                                        { type: "takePage", params: { as: "list" } },
                                                        "addListPage",
                                                        "addDestination",
                                                    ],
                                                },
                                                {
                                                    guard: "destinationHasSource",
                                                    target: "pages",
                                                    actions: [
                                                        { type: "swapWithOldSource", params: { as: "list" } },
                                                        "addListPage",
                                                        "addDestination",
                                                    ],
                                                },
                                                { actions: "parkPage" },
                                            ],
                                        },
                                    },
                                    pages: {
                                        description: "while (mbytes)",
                                        meta: { source: "kernel/kexec_core.c:kimage_load_normal_segment" },
                                        always: [
                                            { guard: "segmentLoaded", target: "#segments", actions: "nextSegment" },
                                            { target: "sourcePage" },
                                        ],
                                    },
                                    sourcePage: {
                                        description: "A source page for the next destination is wanted.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_alloc_page",
                                            holds: ["noPageWaits"],
                                        },
                                        on: {
                                            kimage_alloc_page: [
                                                {
                                                    description: "The destination itself is parked on dest_pages.",
                                                    guard: "parkedHit",
                                                    target: "entryForSource",
                                                    actions: "takeParkedPage",
                                                },
                                                { guard: "noPage", target: "#out", actions: ENOMEM },
                                                { guard: "pageOverLimit", actions: "setPageUnusable" },
                                                {
                                                    guard: "pageInPlace",
                                                    target: "entryForSource",
                                                    actions: { type: "takePage", params: { as: "source" } },
                                                },
                                                {
                                                    guard: "pageIsNobodys",
                                                    target: "entryForSource",
                                                    actions: { type: "takePage", params: { as: "source" } },
                                                },
                                                {
                                                    guard: "destinationHasSource",
                                                    target: "entryForSource",
                                                    actions: { type: "swapWithOldSource", params: { as: "source" } },
                                                },
                                                { actions: "parkPage" },
                                            ],
                                        },
                                    },
                                    entryForSource: {
                                        description: "There is a source page, and no entry for it.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_add_page",
                                            holds: ["pageWaitsForEntry"],
                                        },
                                        on: {
                                            kimage_add_page: [
                                                { guard: "listFull", target: "listPageForSource" },
                                                { target: "copying", actions: "addSource" },
                                            ],
                                        },
                                    },
                                    listPageForSource: {
                                        description: "The source page's entry needs a new list page first.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_add_entry",
                                            holds: ["pageWaitsForEntry"],
                                        },
                                        on: {
                                            kimage_alloc_page: [
                                                {
                                                    description: "B8 mended: the source page is freed.",
                                                    guard: "noPageAndSourceFreed",
                                                    target: "#out",
                                                    actions: ["freeUnlistedPage", ENOMEM],
                                                    meta: {
                                                        source: "in no kernel yet",
                                                        feature: "frees-unlisted-source-page",
                                                    },
                                                },
                                                {
                                                    description: "B8: the source page is on no list, and nobody frees it.",
                                                    guard: "noPage",
                                                    target: "#out",
                                                    actions: ENOMEM,
                                                    meta: {
                                                        source: "every kernel so far",
                                                        without: "frees-unlisted-source-page",
                                                    },
                                                },
                                                { guard: "pageOverLimit", actions: "setPageUnusable" },
                                                {
                                                    guard: "pageIsNobodys",
                                                    target: "copying",
                                                    actions: [
                                                        { type: "takePage", params: { as: "list" } },
                                                        "addListPage",
                                                        "addSource",
                                                    ],
                                                },
                                                {
                                                    guard: "destinationHasSource",
                                                    target: "copying",
                                                    actions: [
                                                        { type: "swapWithOldSource", params: { as: "list" } },
                                                        "addListPage",
                                                        "addSource",
                                                    ],
                                                },
                                                { actions: "parkPage" },
                                            ],
                                        },
                                    },
                                    copying: {
                                        description: "The source page is on the list and holds no data yet.",
                                        meta: {
                                            source: "kernel/kexec_core.c:kimage_load_normal_segment",
                                            holds: ["noPageWaits"],
                                        },
                                        on: {
                                            copy_from_user: [
                                                {
                                                    description: "The buffer is used up: the page stays all zeros.",
                                                    guard: "nothingToCopy",
                                                    target: "pages",
                                                    actions: ["clearPage", "nextPage"],
                                                },
                                                {
                                                    guard: "fails",
                                                    target: "#out",
                                                    actions: ["clearPage", "tearPage", EFAULT],
                                                },
                                                { target: "pages", actions: ["clearPage", "copyPage", "nextPage"] },
                                            ],
                                        },
                                    },
                                },
                            },
                            crashSegment: {
                                description: "A segment of a crash image is copied straight into the region.",
                                meta: {
                                    source: "kernel/kexec_core.c:kimage_load_crash_segment",
                                    holds: [
                                        "isCrash",
                                        "ownImage",
                                        "noResultYet",
                                        "crashSlotEmptyIfCrash",
                                        "regionWritableIfCrash",
                                        "vmcoreinfoIfCrash",
                                    ],
                                },
                                initial: "pages",
                                states: {
                                    pages: {
                                        description: "while (mbytes)",
                                        meta: { source: "kernel/kexec_core.c:kimage_load_crash_segment" },
                                        always: [
                                            { guard: "segmentLoaded", target: "#segments", actions: "nextSegment" },
                                            { target: "copying" },
                                        ],
                                    },
                                    copying: {
                                        description: "The next page of the region still holds what it held before.",
                                        meta: { source: "kernel/kexec_core.c:kimage_load_crash_segment" },
                                        on: {
                                            copy_from_user: [
                                                {
                                                    guard: "nothingToCopy",
                                                    target: "pages",
                                                    actions: ["clearPage", "nextPage"],
                                                },
                                                {
                                                    description: "The region is left half written.",
                                                    guard: "fails",
                                                    target: "#out",
                                                    actions: ["clearPage", "tearPage", EFAULT],
                                                },
                                                { target: "pages", actions: ["clearPage", "copyPage", "nextPage"] },
                                            ],
                                        },
                                    },
                                },
                            },
                            filled: {
                                description: "Every segment is loaded; the list has no end mark.",
                                meta: {
                                    source: "kernel/kexec_core.c:kimage_terminate",
                                    holds: ["ownImage", "noResultYet", "allSegmentsLoaded"],
                                },
                                on: { kimage_terminate: { target: "terminated", actions: "terminateList" } },
                            },
                            terminated: {
                                description: "The image is complete but for what the architecture adds.",
                                meta: {
                                    source: "kernel/kexec_core.c:machine_kexec_post_load",
                                    holds: ["ownImage", "noResultYet", "allSegmentsLoaded", "listTerminated"],
                                },
                                on: {
                                    machine_kexec_post_load: [
                                        {
                                            guard: "fails",
                                            target: "out",
                                            actions: "setArchitectureResult",
                                            meta: {
                                                source: "arch/arm64/kernel/machine_kexec.c:machine_kexec_post_load",
                                                unreachable: "only arm64 has a post-load step that can fail",
                                            },
                                        },
                                        { target: "complete" },
                                    ],
                                },
                            },
                            complete: {
                                description: "The image can be installed.",
                                meta: {
                                    source: "kernel/kexec.c:do_kexec_load",
                                    holds: ["ownImage", "noResultYet", "listTerminated", "vmcoreinfoIfCrash"],
                                },
                                on: {
                                    xchg: [
                                        {
                                            description: "The local variable `image` is the old image now.",
                                            guard: "slotOccupied",
                                            target: "out",
                                            actions: "exchangeImages",
                                        },
                                        { target: "out", actions: "exchangeImages" },
                                    ],
                                },
                            },
                            out: {
                                id: "out",
                                description: "The label out, after success and failure alike.",
                                meta: { source: "kernel/kexec.c:do_kexec_load" },
                                always: [
                                    {
                                        description: "After a failure the slot is empty, and this guard says no.",
                                        guard: "onCrashOverLoaded",
                                        target: "protecting",
                                    },
                                    { target: "freeing" },
                                ],
                            },
                            protecting: {
                                description: "The new crash image is installed in a writable region.",
                                meta: {
                                    source: "kernel/kexec.c:do_kexec_load",
                                    holds: ["isCrash", "noResultYet", "regionWritableIfCrash"],
                                },
                                on: {
                                    arch_kexec_protect_crashkres: { target: "freeing", actions: "protectRegion" },
                                },
                            },
                            freeing: {
                                description: "`image` is the old image after success, the new one after failure.",
                                meta: { source: "kernel/kexec_core.c:kimage_free" },
                                on: {
                                    kimage_free: [
                                        { guard: "hasImage", target: "unlocking", actions: "freeImage" },
                                        { target: "unlocking" },
                                    ],
                                },
                            },
                            unlocking: {
                                id: "unlocking",
                                description: "Everything is done but the unlock.",
                                meta: {
                                    source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
                                    holds: ["noImage"],
                                },
                                on: { kexec_unlock: { target: "#returning", actions: "releaseLock" } },
                            },
                        },
                    },
                    faulted: {
                        id: "faulted",
                        description: "A write to a read-only page: nothing but an oops can follow.",
                        meta: {
                            source: "arch/x86/mm/fault.c:page_fault_oops",
                            holds: ["holdingLock", "ownImage", "allTables"],
                            feature: "control-page-rox",
                            without: "frees-before-unlock",
                        },
                    },
                    returning: {
                        id: "returning",
                        description: "The result is decided.",
                        meta: {
                            source: "kernel/kexec.c:SYSCALL_DEFINE4(kexec_load)",
                            holds: ["notHoldingLock", "noImage"],
                        },
                        on: { sys_exit: { target: "#idle", actions: "leaveCall" } },
                    },
                },
            },
        },
    });
}
//# sourceMappingURL=kexec-load.js.map