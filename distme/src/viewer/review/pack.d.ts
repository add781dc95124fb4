import type { ReviewParts } from "./parts.ts";
/** A page that has no place for parts. */
export declare class PageError extends Error {
    readonly name = "PageError";
}
/**
 * The parts of a page as elements: each is gzipped and in base64, so that nothing in them is markup.
 * The same parts give the same text.
 *
 * @param modules compiled modules as classic scripts, by the names of their parts
 */
export declare function packParts(parts: ReviewParts, modules: ReadonlyMap<string, string>): string;
/** @throws PageError when the page has no place for them, or several */
export declare function insertParts(html: string, elements: string): string;
