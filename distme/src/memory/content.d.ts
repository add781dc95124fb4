import type { PagePlan } from "./layout.ts";
/**
 * What a page holds, as one symbol. A symbol stands for the bytes of one page of one caller's
 * buffer; `clean` says that zeros fill the page behind them.
 */
export declare const JUNK = 0;
export declare const ZEROS = 1;
/** A copy from user memory stopped in the middle of the page. */
export declare const TORN = 2;
/** vmcoreinfo as a panic saved it. */
export declare const VMCOREINFO_SAVED = 3;
/** The elfcorehdr segment as a hotplug event rewrote it. */
export declare const ELFCOREHDR = 4;
/** What the other kernel of a jump left in a page that it was lent. */
export declare const PEER = 5;
/** The page holds the caller's bytes, and zeros behind them if there is room. */
export declare function dataOf(symbol: number): number;
/** The page holds the caller's bytes, and behind them whatever was there before. */
export declare function dirtyDataOf(symbol: number): number;
/** What a page must hold when its image is complete. */
export declare function expectedContent(page: PagePlan): number;
/** What a page holds after the caller's chunk was copied over `content`. */
export declare function copiedOver(content: number, page: PagePlan): number;
/** Spells a content for a person. */
export declare function contentName(content: number): string;
