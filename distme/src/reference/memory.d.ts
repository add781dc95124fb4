import type { AddressRange, KernelConfig } from "./config.ts";
/** What a page frame is used for; `segment` is a destination page in the crash region. */
export type Purpose = "control" | "swap" | "table" | "list" | "source" | "parked" | "unusable" | "extra" | "vmcoreinfo" | "segment";
/** 2^order neighbouring frames that were taken together. */
export interface PageBlock {
    readonly frame: number;
    readonly order: number;
}
/** Something that would have stopped a real kernel. */
export interface Oops {
    readonly kind: "double free" | "write to a read-only page" | "jump to a page without code";
    readonly frame: number;
}
/** Physical memory: real pages, the page allocator's books and the crash region's protection. */
export interface Memory {
    readonly page_bytes: number;
    readonly frames: number;
    /** The crash region, end inclusive; set through `setCrashRegion`. */
    crashk_res: AddressRange;
    /** Its frames, which the page allocator never hands out. */
    crash: {
        readonly first: number;
        readonly end: number;
    };
    /** totalram_pages(): the pages that the page allocator manages. */
    totalram_pages: bigint;
    /** Bytes per frame, made on first use. */
    readonly pages: Map<number, Uint8Array>;
    /** Every frame that the page allocator has handed out, with its present purpose. */
    readonly taken: Map<number, Purpose>;
    /** Attributes of pages in the kernel's own mapping; they stay with a page that is freed. */
    readonly readOnly: Set<number>;
    readonly executable: Set<number>;
    readonly oopses: Oops[];
}
/** What a page holds that nobody wrote yet: not zero, so that a missing memset shows. */
export declare const STALE_BYTE = 165;
/** Makes memory in which every frame outside the crash region is free. */
export declare function createMemory(config: KernelConfig): Memory;
/** Says which frames are the crash region from now on. */
export declare function setCrashRegion(memory: Memory, crashk_res: AddressRange): void;
/** The physical address of a frame's first byte. */
export declare function addressOf(memory: Memory, frame: number): bigint;
/** The frame that holds an address; it exists only if it is below `memory.frames`. */
export declare function frameOf(memory: Memory, address: bigint): number;
export declare function inCrashRegion({ crash }: Memory, frame: number): boolean;
/** Whether the page allocator could hand out 2^order frames that start at `frame`. */
export declare function isFree(memory: Memory, { frame, order }: PageBlock): boolean;
/** The frames of a block, lowest first. */
export declare function framesOf({ frame, order }: PageBlock): number[];
/** Marks a free block as taken, or gives a taken one a new purpose. */
export declare function setPurpose(memory: Memory, block: PageBlock, purpose: Purpose): void;
/** Gives a block back. Its bytes stay, as in a real machine. */
export declare function freePages(memory: Memory, block: PageBlock): void;
/** The bytes of a frame themselves, not a copy; write through `writePage`. */
export declare function pageOf(memory: Memory, frame: number): Uint8Array;
/** Writes bytes into a frame; a read-only frame keeps its bytes and the attempt is noted. */
export declare function writePage(memory: Memory, frame: number, bytes: Uint8Array, offset?: number): void;
/** The 8-byte word at `index` of a list page. */
export declare function readWord(page: Uint8Array, index: number): bigint;
export declare function writeWord(page: Uint8Array, index: number, word: bigint): void;
/** The lowest block of 2^order free frames, or null when there is none. */
export declare function lowestFree(memory: Memory, order: number): number | null;
