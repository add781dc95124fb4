import type { Feature } from "../src/memory/bounds.ts";
import { type Layout, type Mem } from "../src/memory/layout.ts";
import { type Request } from "../src/memory/request.ts";
/** The questions that the kernel asks, in the order of a call. */
export declare function guards(layout: Layout): {
    /** A jump has frozen every task in user space. */
    notFrozen: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    lacksCapSysBoot: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    kexecLoadDisabled: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    loadLimitReached: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    lsmRefuses: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    lockedDown: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    unknownFlags: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    tooManySegments: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    foreignArchitecture: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    lockHeld: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    /** ... and a 32-bit call copied it first in every kernel. */
    listCopiedFirst: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    leavesBytesOver: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "copy_user_segment_list";
            readonly task: number;
        } & {
            readonly outcome: "EFAULT" | "ENOMEM" | "ok";
        }, params: undefined) => boolean;
        types: readonly "copy_user_segment_list"[];
    };
    /** The list is in kernel memory already when the lock is tried. */
    listCopiedBeforeLock: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    onCrash: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    normalLoad: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    unloads: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    unloadsImage: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    /** (flags & KEXEC_ON_CRASH) && kexec_crash_image */
    onCrashOverLoaded: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    slotOccupied: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    entryBelowRegion: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    entryAboveRegion: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    /** The event says that the step failed. */
    fails: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: ({
            readonly type: "copy_from_user";
            readonly task: number;
        } & {
            readonly outcome: "EFAULT" | "ok";
        }) | ({
            readonly type: "copy_user_segment_list";
            readonly task: number;
        } & {
            readonly outcome: "EFAULT" | "ENOMEM" | "ok";
        }) | ({
            readonly type: "crash_shrink_memory";
            readonly task: number;
        } & {
            readonly outcome: "ENOMEM" | "ok";
        }) | ({
            readonly type: "do_kimage_alloc_init";
            readonly task: number;
        } & {
            readonly outcome: "ENOMEM" | "ok";
        }) | ({
            readonly type: "dpm_suspend_start";
            readonly task: number;
        } & {
            readonly outcome: "EBUSY" | "ok";
        }) | ({
            readonly type: "freeze_processes";
            readonly task: number;
        } & {
            readonly outcome: "EBUSY" | "ok";
        }) | ({
            readonly type: "kimage_crash_copy_vmcoreinfo";
            readonly task: number;
        } & {
            readonly outcome: "ENOMEM" | "ok";
        }) | ({
            readonly type: "kimage_file_alloc_init";
            readonly task: number;
        } & {
            readonly outcome: "EINVAL" | "ENOMEM" | "ok";
        }) | ({
            readonly type: "kimage_load_segment";
            readonly task: number;
        } & {
            readonly outcome: "ENOMEM" | "ok";
        }) | ({
            readonly type: "machine_kexec_post_load";
            readonly task: number;
        } & {
            readonly outcome: "EACCES" | "EADDRNOTAVAIL" | "EBUSY" | "EFAULT" | "EINVAL" | "ENOENT" | "ENOMEM" | "EPERM" | "ok";
        }) | ({
            readonly type: "machine_kexec_prepare";
            readonly task: number;
        } & {
            readonly outcome: "EACCES" | "EADDRNOTAVAIL" | "EBUSY" | "EFAULT" | "EINVAL" | "ENOENT" | "ENOMEM" | "EPERM" | "ok";
        }), params: undefined) => boolean;
        types: readonly ("copy_from_user" | "copy_user_segment_list" | "crash_shrink_memory" | "do_kimage_alloc_init" | "dpm_suspend_start" | "freeze_processes" | "kimage_crash_copy_vmcoreinfo" | "kimage_file_alloc_init" | "kimage_load_segment" | "machine_kexec_post_load" | "machine_kexec_prepare")[];
    };
    someSegmentWraps: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someSegmentUnaligned: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someSegmentBeyondLimit: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someSegmentsOverlap: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someBufferTooLong: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someSegmentTooLarge: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    allSegmentsTooLarge: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someSegmentBelowRegion: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    someSegmentAboveRegion: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    /** The allocator has no page, or gives none to a task with a fatal signal. */
    noPage: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: ({
            readonly type: "kimage_alloc_normal_control_pages";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }) | ({
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }), params: undefined) => boolean;
        types: readonly ("kimage_alloc_normal_control_pages" | "kimage_alloc_page")[];
    };
    noPageAndSourceFreed: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => boolean;
        types: readonly "kimage_alloc_page"[];
    };
    pageIsDestination: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "kimage_alloc_normal_control_pages";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => boolean;
        types: readonly "kimage_alloc_normal_control_pages"[];
    };
    pageOverLimit: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: ({
            readonly type: "kimage_alloc_normal_control_pages";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }) | ({
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }), params: undefined) => boolean;
        types: readonly ("kimage_alloc_normal_control_pages" | "kimage_alloc_page")[];
    };
    noHole: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    tablesComplete: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    preservesContext: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    supportsHotplug: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    controlPageReadonly: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    allSegmentsLoaded: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    segmentLoaded: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    listFull: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    parkedHit: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    pageInPlace: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => boolean;
        types: readonly "kimage_alloc_page"[];
    };
    pageIsNobodys: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => boolean;
        types: readonly "kimage_alloc_page"[];
    };
    destinationHasSource: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => boolean;
        types: readonly "kimage_alloc_page"[];
    };
    nothingToCopy: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    hasImage: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
    notKilled: (({ context, event }: import("./steps.ts").Args) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent) => boolean;
    };
};
/** Flags beside the architecture that this kernel does not know. */
export declare function hasUnknownFlags(flags: number, features: readonly Feature[]): boolean;
/**
 * An architecture that is neither the kernel's own nor left open; the 32-bit entry refuses one that
 * is left open, and no other.
 */
export declare function isForeign({ flags, compat }: Pick<Request, "flags" | "compat">): boolean;
