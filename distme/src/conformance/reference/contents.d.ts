import type { Layout } from "../../memory/layout.ts";
import { type BufferPage } from "./buffers.ts";
/** What the caller has for one page: a symbol of the model stands for it. */
export interface SymbolBytes extends BufferPage {
    readonly length: number;
}
/** The page of a caller's buffer that each content of the model stands for. */
export declare function symbolsOf(layout: Layout): ReadonlyMap<number, SymbolBytes>;
/** What a hotplug event writes: no byte of it is in a caller's buffer. */
export declare const elfcorehdrPage: Uint8Array<ArrayBuffer>;
/** What the other kernel of a jump writes to a page that it was lent. */
export declare const peerPage: Uint8Array<ArrayBuffer>;
/**
 * What a page must hold, for each content that the model can give it: a whole page, or its
 * beginning where the model does not say the rest.
 *
 * @returns a function that gives null where the model does not say anything
 */
export declare function bytesOfContents(layout: Layout): (content: number) => Uint8Array | null;
/** Says where a page is not what it must be; null when it is. */
export declare function wrongByte(expected: Uint8Array, actual: Uint8Array): string | null;
