import type { Pfn } from "./bounds.ts";
import { type Layout, type Mem } from "./layout.ts";
/**
 * What the jump to the normal image does to memory: the entry list is followed, and each source
 * page goes to its destination.
 *
 * @source arch/x86/kernel/relocate_kernel_64.S
 * @omits that the words are read from memory while pages are moved: a step that would overwrite a
 *   list page is a violation of `relocation-spares-its-own-pages` instead
 */
/** Stands before the first source page of the installed image; its list is read from the start. */
export declare function beginRelocation(layout: Layout, mem: Mem): void;
/** Whether a page is still to be moved. */
export declare function isRelocating(mem: Mem): boolean;
/** The frame that is moved next, and where it goes. */
export declare function nextMove(layout: Layout, mem: Mem): {
    readonly from: Pfn;
    readonly to: Pfn;
};
/** Whether relocation exchanges pages, so that it can be undone. */
export declare function exchanges(layout: Layout, mem: Mem): boolean;
/** Moves one page. What lies behind the end of memory keeps nothing. */
export declare function movePage(layout: Layout, mem: Mem): void;
/** The other kernel of a jump writes to the first page that it was lent. */
export declare function writeAsPeer(layout: Layout, mem: Mem): void;
