import { type Errno } from "../src/kernel/errno.ts";
import { type Layout, type Mem } from "../src/memory/layout.ts";
/** What a control page is for. */
type ControlUse = {
    readonly as: "control" | "swap" | "table";
};
/** What a page that kimage_alloc_page hands out is for. */
type PageUse = {
    readonly as: "source" | "list";
};
/** What the kernel does, in the order of a call. */
export declare function actions(layout: Layout): {
    enterCall: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: ({
            readonly type: "kexec_file_load";
            readonly task: number;
        } & {
            readonly request: number;
        }) | ({
            readonly type: "kexec_load";
            readonly task: number;
        } & {
            readonly request: number;
        }), params: undefined) => void;
        types: readonly ("kexec_file_load" | "kexec_load")[];
    };
    leaveCall: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    killTask: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    loseTask: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    consumeLimit: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    /** The call will return this error. */
    setResult: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, {
        readonly errno: Errno;
    }, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: {
            readonly errno: Errno;
        }) => void;
    };
    /** ... the error that the security module gave. */
    setLsmResult: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    setLockdownResult: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    /** ... the error that copying the segment list gave. */
    setCopyResult: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "copy_user_segment_list";
            readonly task: number;
        } & {
            readonly outcome: "EFAULT" | "ENOMEM" | "ok";
        }, params: undefined) => void;
        types: readonly "copy_user_segment_list"[];
    };
    /** B4: ... the bytes of the list that were not copied: one segment of a 32-bit caller. */
    setLeftoverResult: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    /** ... the error that the architecture's own code gave. */
    setArchitectureResult: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: ({
            readonly type: "machine_kexec_post_load";
            readonly task: number;
        } & {
            readonly outcome: "EACCES" | "EADDRNOTAVAIL" | "EBUSY" | "EFAULT" | "EINVAL" | "ENOENT" | "ENOMEM" | "EPERM" | "ok";
        }) | ({
            readonly type: "machine_kexec_prepare";
            readonly task: number;
        } & {
            readonly outcome: "EACCES" | "EADDRNOTAVAIL" | "EBUSY" | "EFAULT" | "EINVAL" | "ENOENT" | "ENOMEM" | "EPERM" | "ok";
        }), params: undefined) => void;
        types: readonly ("machine_kexec_post_load" | "machine_kexec_prepare")[];
    };
    takeLock: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    releaseLock: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    unprotectRegion: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    protectRegion: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    freeSlotImage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    exchangeImages: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    freeImage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    allocateImage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    copySegmentList: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    /** kfree alone, as the labels of kimage_alloc_init do it. */
    kfreeImage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    freeControlPages: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    preserveContext: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    supportHotplug: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    /** From 6.14 on the control code is copied while the image is prepared. */
    sealControlPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    setPageAside: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "kimage_alloc_normal_control_pages";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => void;
        types: readonly "kimage_alloc_normal_control_pages"[];
    };
    giveBackExtraPages: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    takeControlPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, ControlUse, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "kimage_alloc_normal_control_pages";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: ControlUse) => void;
        types: readonly "kimage_alloc_normal_control_pages"[];
    };
    takeHole: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, {
        readonly as: "control" | "table";
    }, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: {
            readonly as: "control" | "table";
        }) => void;
    };
    countTable: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    takeVmcoreinfoPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    publishVmcoreinfo: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    takeParkedPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    setPageUnusable: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => void;
        types: readonly "kimage_alloc_page"[];
    };
    parkPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: undefined) => void;
        types: readonly "kimage_alloc_page"[];
    };
    takePage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, PageUse, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: PageUse) => void;
        types: readonly "kimage_alloc_page"[];
    };
    swapWithOldSource: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, PageUse, never, never, never, never, never> & {
        step: (mem: Mem, event: {
            readonly type: "kimage_alloc_page";
            readonly task: number;
        } & {
            readonly frame: import("../src/memory/bounds.ts").Pfn | null;
        }, params: PageUse) => void;
        types: readonly "kimage_alloc_page"[];
    };
    /** B8 mended. */
    freeUnlistedPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    addListPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    addDestination: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    addSource: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    terminateList: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    clearPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    copyPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    tearPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    nextPage: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
    nextSegment: import("xstate").ActionFunction<import("./events.ts").KexecContext, import("./events.ts").KexecEvent, import("./events.ts").KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: import("./events.ts").PanicEvent | import("./events.ts").TaskEvent, params: undefined) => void;
    };
};
export {};
