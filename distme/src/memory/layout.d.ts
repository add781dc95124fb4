import { type Bounds, type Pfn } from "./bounds.ts";
import { type Request } from "./request.ts";
/**
 * The state of the modelled kernel, every variable a byte at a fixed place. A multiple of four
 * bytes, so that the engine compares it as 32-bit words.
 *
 *   globals | one block per task | one block per image | one word per page frame
 */
export type Mem = Uint8Array;
/** Globals. A slot or pointer to an image is NULL (0) or the image's reference, 1 .. imagesMax. */
export declare const LOCK = 0;
export declare const KEXEC_IMAGE = 1;
export declare const KEXEC_CRASH_IMAGE = 2;
export declare const VMCOREINFO_SAFECOPY = 3;
export declare const KEXEC_LOAD_DISABLED = 4;
export declare const TRANSITION_MUTEX = 5;
export declare const LIMIT_REBOOT = 6;
export declare const LIMIT_PANIC = 7;
export declare const SHRUNK = 8;
export declare const JUMPING = 9;
export declare const NEXT_WORD = 10;
export declare const PLACE = 11;
/** How far a jump to an image that comes back has stopped the rest of the machine. */
export declare const jumping: {
    readonly NO: 0;
    readonly FROZEN: 1;
    readonly ALONE: 2;
};
/** Variables of one task. */
export declare const REQUEST = 0;
export declare const RESULT = 1;
export declare const IMAGE = 2;
export declare const SEGMENT = 3;
export declare const PAGE = 4;
export declare const KILLED = 5;
export declare const ALLOCATED = 6;
export declare const DISPLACED = 7;
export declare const TASK_bytes = 8;
/** Variables of one image. */
export declare const STATUS = 0;
export declare const FLAGS = 1;
export declare const LOADED_REQUEST = 2;
export declare const ENTRY = 3;
export declare const LAST_ENTRY = 4;
export declare const HOLE = 5;
export declare const TABLES = 6;
export declare const CONTROL_CODE = 7;
export declare const WORDS = 8;
/** Whether an image exists; freed images are remembered until the lock is released. */
export declare const imageStatus: {
    readonly UNUSED: 0;
    readonly LIVE: 1;
    readonly FREED: 2;
    readonly FREED_TWICE: 3;
};
export declare const imageFlags: {
    readonly TYPE_CRASH: 1;
    readonly PRESERVE_CONTEXT: 2;
    /** The segment list was copied from the caller. */
    readonly LIST_COPIED: 4;
    /** vmcoreinfo_data_copy is mapped. */
    readonly VMCOREINFO: 8;
    /** Hotplug events rewrite its elfcorehdr. */
    readonly HOTPLUG_SUPPORT: 16;
    /** `start` is the re-entry point of the kernel that was jumped to. */
    readonly REENTRY: 32;
};
/** Variables of one page frame; together one word. */
export declare const ROLE = 0;
export declare const INDEX = 1;
export declare const CONTENT = 2;
export declare const READONLY = 3;
export declare const FRAME_bytes = 4;
/** What a page of a segment will hold: how much of the caller's buffer, and which symbol it is. */
export interface PagePlan {
    readonly destination: Pfn;
    readonly chunk: "none" | "part" | "full";
    /** Number of the symbol that stands for the bytes of the caller's buffer on this page. */
    readonly symbol: number;
}
/** A request as the memory model needs it: its pages, segment by segment. */
export interface RequestPlan {
    readonly request: Request;
    readonly segments: readonly {
        readonly start: Pfn;
        readonly pages: readonly PagePlan[];
    }[];
    /** Every destination frame of the request. */
    readonly destinations: ReadonlySet<Pfn>;
    /** Whether an empty segment lies at address 0. */
    readonly emptyAtZero: boolean;
}
/** Where each variable lies in the worlds of one size. */
export interface Layout {
    readonly bounds: Bounds;
    readonly bytes: number;
    /** Ordinary frames and crash region together. */
    readonly frames: number;
    readonly plans: readonly RequestPlan[];
    /** Words of an image's entry list that are modelled. */
    readonly listWords: number;
    /** Images that can exist at once. */
    readonly imagesMax: number;
    readonly tasksAt: number;
    readonly imagesAt: number;
    readonly image_bytes: number;
    readonly framesAt: number;
    /** Ordinary frames that no request names: they can be exchanged without anybody noticing. */
    readonly interchangeable: readonly Pfn[];
    /** Frame -> whether it is one of them. */
    readonly isInterchangeable: readonly boolean[];
}
/** Lays out the state for given bounds. */
export declare function createLayout(bounds: Bounds): Layout;
/** The state before the first call: nothing loaded, every frame free, the region writable. */
export declare function initialMem(layout: Layout): Mem;
export declare function get(mem: Mem, at: number): number;
export declare function taskAt(layout: Layout, task: number): number;
/** @param image a reference, not NULL */
export declare function imageAt(layout: Layout, image: number): number;
export declare function frameAt(layout: Layout, pfn: Pfn): number;
/** The plan of the request that a task is in. */
export declare function planOf(layout: Layout, mem: Mem, task: number): RequestPlan;
/** The plan that an image was allocated for. */
export declare function imagePlan(layout: Layout, mem: Mem, image: number): RequestPlan;
