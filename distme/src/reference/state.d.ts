import type { KexecSegment } from "../kernel/kexec.ts";
import type { KernelConfig } from "./config.ts";
import type { Memory, PageBlock, Purpose } from "./memory.ts";
/** The two places where an image can be installed. */
export type Slot = "kexec_image" | "kexec_crash_image";
/** A segment as the caller gives it: `buf` stands for `bufsz` bytes of the caller's memory. */
export interface UserSegment extends KexecSegment {
    readonly buf: Uint8Array;
}
/** Which of the two load limits, after the kind of image. */
export type LoadLimit = "reboot" | "panic";
/**
 * What the machine does: it runs a kernel, the last CPU moves pages, the image that reboot started
 * runs, only the panicking CPU is left, the crash image runs, or nothing does.
 */
export type MachineState = "running" | "relocating" | "newKernel" | "silent" | "crashKernel" | "dead";
/** One call of kexec_load, and what the kernel finds out about its caller. */
export interface KexecLoadRequest {
    /** Whether the caller has CAP_SYS_BOOT in the initial user namespace. */
    readonly capSysBoot: boolean;
    /** What security_kernel_load_data returns: 0 or a negated error number. */
    readonly lsm: number;
    /** What security_locked_down returns: 0 or a negated error number. */
    readonly lockdown: number;
    readonly entry: bigint;
    readonly nr_segments: number;
    readonly segments: readonly UserSegment[];
    readonly flags: number | bigint;
    /** The call comes through the 32-bit entry. */
    readonly compat?: boolean;
}
/** Where a word of an image's entry list is: `image.head`, or a word of a list page. */
export interface EntryPointer {
    /** The list page; null is the image's head. */
    readonly frame: number | null;
    readonly index: number;
}
/** An image, loaded or in the making. @source include/linux/kexec.h:struct kimage */
export interface Kimage {
    /** Our own number for it, in the order of allocation. */
    readonly id: number;
    head: bigint;
    /** Where the next entry goes. */
    entry: EntryPointer;
    /** The last word of the current list page, kept for the link to the next one. */
    last_entry: EntryPointer;
    start: bigint;
    type: "KEXEC_TYPE_DEFAULT" | "KEXEC_TYPE_CRASH";
    segment: readonly UserSegment[];
    preserve_context: boolean;
    /** A hotplug event may rewrite its elfcorehdr. */
    hotplug_support: boolean;
    /** Crash images: where the next control page is sought. */
    control_page: bigint;
    control_code_page: PageBlock | null;
    swap_page: PageBlock | null;
    /** The frame that the vmcoreinfo safe copy lies in, once it is mapped. */
    vmcoreinfo_data_copy: number | null;
    /** Normal images: control code, swap and table pages. */
    readonly control_pages: PageBlock[];
    /** Destination pages that were handed out before they were wanted. */
    readonly dest_pages: number[];
    readonly unusable_pages: number[];
    /** The local list `extra_pages`: unfit pages kept while control pages are sought. */
    readonly extra_pages: PageBlock[];
    /** Crash images: control, table and vmcoreinfo pages, all inside the crash region. */
    readonly crash_pages: {
        readonly block: PageBlock;
        readonly purpose: Purpose;
    }[];
}
/** The kernel's variables that have to do with kexec. */
export interface KernelState {
    readonly config: KernelConfig;
    readonly memory: Memory;
    readonly slots: Record<Slot, Kimage | null>;
    /** The thread that holds the lock. */
    kexec_mutex: number | null;
    /** The thread that is in reboot. */
    system_transition_mutex: number | null;
    kexec_load_disabled: boolean;
    /** How many calls are still allowed; -1 is no limit. */
    readonly load_limits: Record<LoadLimit, number>;
    vmcoreinfo_data_safecopy: {
        readonly frame: number;
        readonly image: number;
    } | null;
    /** Threads that have not returned, whose local variables keep images reachable. */
    readonly calls: Set<Task>;
    images_made: number;
    machine: MachineState;
    /** The only thread whose CPU still runs; null while they all do. */
    alone: number | null;
    /** The thread for which freeze_processes stopped all user processes. */
    frozenBy: number | null;
    /** The thread that panics; any other CPU that does so stops. */
    panic_cpu: number | null;
}
/** Whose code a thread runs: a system call's, a kernel worker's, or that of a panic. */
export type TaskKind = "call" | "worker" | "panic";
/** One thread in the kernel: those of its local variables that own something. */
export interface Task {
    readonly kernel: KernelState;
    readonly thread: number;
    readonly kind: TaskKind;
    /** Whether a SIGKILL is pending. */
    killed: boolean;
    /** It never goes on: it hit a bug, its CPU panicked, or another kernel runs. */
    gone: boolean;
    /** do_kexec_load's `image`: in the making, and after the xchg the one to free. */
    image: Kimage | null;
    /** kimage_load_normal_segment's `page`, until it is on the list. */
    page: number | null;
}
/** One running call of kexec_load and its arguments. */
export interface Call extends Task {
    readonly request: KexecLoadRequest;
    /** The low 32 bits of the flags; the kernel looks at no others. */
    readonly flags: number;
}
/** Addresses are unsigned long: they wrap at 2^64. */
export declare function wrap(address: bigint): bigint;
/** Puts an image into a slot and returns what was there. */
export declare function xchg({ slots }: KernelState, slot: Slot, image: Kimage | null): Kimage | null;
