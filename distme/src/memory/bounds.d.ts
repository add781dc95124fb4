import type { Request, SystemCall } from "./request.ts";
/** A page of the model has as many bytes as a real one; it holds one symbol. */
export declare const PAGE_SIZE_bytes = 4096n;
/** The number of a page frame: its physical address divided by the page size. */
export type Pfn = number;
/** What the kernel under specification does differently from another one, by name. */
export type Feature = 
/** CONFIG_KEXEC_JUMP: KEXEC_PRESERVE_CONTEXT is a known flag, and such an image can return. */
"kexec-jump"
/** The segment list is copied before the lock is tried (5.15 and later). */
 | "list-copied-before-lock"
/** Whoever asks for the crash size tries the lock instead of waiting (6.0, 5.10.178). */
 | "crash-size-trylock"
/** B4: a 32-bit call returns what copy_from_user left over (5.15 and later). */
 | "leftover-count-returned"
/** kexec_load_limit_reboot and kexec_load_limit_panic (6.3 and later). */
 | "load-limits"
/** A new crash size is rounded up before it is compared (6.5 and later). */
 | "shrink-rounds-first" | "released-region-cleared"
/** N1: rounding a new crash size up may wrap round to 0 (6.5 and later). */
 | "shrink-rounding-wraps"
/** KEXEC_UPDATE_ELFCOREHDR, KEXEC_CRASH_HOTPLUG_SUPPORT and the worker behind them (6.6, 6.10). */
 | "crash-hotplug"
/** B1: an empty segment at address 0 makes every page a destination (6.8 and later). */
 | "destination-test-inclusive"
/** Relocation copies; it exchanges pages only for an image that comes back (6.14 and later). */
 | "relocation-copies"
/** The control code page is read-only and executable from prepare to cleanup (6.14 and later). */
 | "control-page-rox"
/** B8 mended: a source page whose list entry fails is freed. */
 | "frees-unlisted-source-page"
/** B2 mended: kexec_file_load frees its image before the unlock. */
 | "frees-before-unlock";
/**
 * The size of one world of the model: what is finite in it, and how small.
 *
 * Frames 0 .. frames-1 are ordinary memory; the crash region follows them.
 */
export interface Bounds {
    /** Callers that can be inside a system call at once. */
    readonly tasks: number;
    /** Ordinary page frames. */
    readonly frames: number;
    /** Frames of the region that crashkernel= reserved. */
    readonly crashFrames: number;
    /** Ordinary frames above KEXEC_SOURCE_MEMORY_LIMIT and KEXEC_CONTROL_MEMORY_LIMIT. */
    readonly overLimit: readonly Pfn[];
    /** Words of one page of the entry list, the link included (512 on x86-64). */
    readonly listPageWords: number;
    /** Pages that machine_kexec_prepare takes for page tables. */
    readonly tablePages: number;
    /** What the callers of kexec_load and kexec_file_load ask for. */
    readonly requests: readonly Request[];
    /** What they ask of the other doors: reboot, crash size. */
    readonly calls?: readonly SystemCall[];
    /** crash_kexec_post_notifiers: a panic stops the other CPUs before it tries the crash kernel. */
    readonly postNotifiers?: boolean;
    readonly features: readonly Feature[];
}
/**
 * Half of memory is the most that an image may want. The crash region was reserved before memory was
 * counted, so it is no part of totalram_pages().
 *
 * @source kernel/kexec_core.c:sanity_check_segment_list
 */
export declare function imagePagesMax(bounds: Bounds): number;
/** Physical addresses of the first and the last byte of a region. */
export interface AddressRange {
    readonly start: bigint;
    readonly end: bigint;
}
/** The crash region as crashkernel= reserved it. @source kernel/crash_core.c:crashk_res */
export declare function reservedRegion({ frames, crashFrames }: Bounds): AddressRange;
/** KEXEC_DESTINATION_MEMORY_LIMIT: no segment may reach up to it. */
export declare function destinationLimit(bounds: Bounds): bigint;
