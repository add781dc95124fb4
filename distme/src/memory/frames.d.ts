import type { Pfn } from "./bounds.ts";
import { type Layout, type Mem } from "./layout.ts";
/**
 * What a page frame is used for.
 *
 * A frame says which image owns it and for what; no image holds frame numbers (destinations
 * apart). So frames that no request names can be exchanged, and sorting them is a canonical form.
 */
export declare const purposes: {
    /** The control code page. */
    readonly CONTROL: 1;
    readonly SWAP: 2;
    /** A page-table page of machine_kexec_prepare. */
    readonly TABLE: 3;
    /** A page of the entry list; its index is its number. */
    readonly LIST: 4;
    /** On the entry list; its index is the destination frame that it will be copied to. */
    readonly SOURCE: 5;
    /** Handed out as a source page, and not on the list yet; its index is its destination. */
    readonly UNLISTED: 6;
    /** On `dest_pages`: a destination that the allocator handed out too early. */
    readonly PARKED: 7;
    /** On `unusable_pages`: over the limit for source pages. */
    readonly UNUSABLE: 8;
    /** On the local list `extra_pages` while control pages are looked for. */
    readonly EXTRA: 9;
    /** The crash image's copy of vmcoreinfo. */
    readonly VMCOREINFO: 10;
};
export type Purpose = (typeof purposes)[keyof typeof purposes];
export declare function ownerOf(layout: Layout, mem: Mem, pfn: Pfn): number;
export declare function purposeOf(layout: Layout, mem: Mem, pfn: Pfn): number;
export declare function indexOf(layout: Layout, mem: Mem, pfn: Pfn): number;
export declare function contentOf(layout: Layout, mem: Mem, pfn: Pfn): number;
export declare function setContent(layout: Layout, mem: Mem, pfn: Pfn, content: number): void;
export declare function isFree(layout: Layout, mem: Mem, pfn: Pfn): boolean;
/** Whether a frame belongs to an image that was freed without it. */
export declare function isLost(layout: Layout, mem: Mem, pfn: Pfn): boolean;
export interface Role {
    readonly image: number;
    readonly purpose: Purpose;
    readonly index?: number;
}
export declare function setRole(layout: Layout, mem: Mem, pfn: Pfn, role: Role): void;
/** Gives a frame back; what it held is nobody's business any more. */
export declare function release(layout: Layout, mem: Mem, pfn: Pfn): void;
/** Marks what is left of a freed image. */
export declare function loseAll(layout: Layout, mem: Mem, image: number): void;
/** The frame with this role, or -1. */
export declare function findFrame(layout: Layout, mem: Mem, role: Role): Pfn;
/** Gives back every frame that an image holds for one purpose. */
export declare function releaseAll(layout: Layout, mem: Mem, image: number, purpose: Purpose): void;
/** The frame behind the crash region, whose end may have been given back. */
export declare function regionEnd(layout: Layout, mem: Mem): Pfn;
/** Whether a frame is part of the crash region. */
export declare function inRegion(layout: Layout, mem: Mem, pfn: Pfn): boolean;
/** Whether the page allocator could return a frame. */
export declare function isAllocatable(layout: Layout, mem: Mem, pfn: Pfn): boolean;
