import type { Pfn } from "./bounds.ts";
import { type Layout, type Mem } from "./layout.ts";
export declare const FRAME_mask = 31;
export declare const entryKinds: {
    readonly DESTINATION: 1;
    readonly INDIRECTION: 2;
    readonly DONE: 3;
    readonly SOURCE: 4;
};
export type EntryKind = (typeof entryKinds)[keyof typeof entryKinds];
export interface Entry {
    readonly kind: EntryKind;
    /** DESTINATION: where the next pages go. SOURCE: where this page goes. INDIRECTION: list page. */
    readonly value: number;
}
/** Whether the next entry needs a new list page first. */
export declare function listFull(layout: Layout, mem: Mem, image: number): boolean;
/** The index of a list page that was handed out and is not linked yet. */
export declare const UNLINKED = 31;
/** Links the list page that was just handed out as the next page of the list. */
export declare function addListPage(layout: Layout, mem: Mem, image: number): void;
/** Appends an entry; there must be room. */
export declare function addEntry(layout: Layout, mem: Mem, image: number, entry: Entry): void;
/** Writes the end mark where the next entry would go, even into the place of a link. */
export declare function terminateList(layout: Layout, mem: Mem, image: number): void;
/**
 * The entries of an image in order, links followed, up to the end mark or the first empty word.
 * A half-built list can be walked too.
 */
export declare function walk(layout: Layout, mem: Mem, image: number): Entry[];
/** One word of the list, 0 where nothing is written. */
export declare function wordAt(layout: Layout, mem: Mem, image: number, word: number): number;
/** What a word says it is: one of `entryKinds`, or 0. */
export declare function kindOf(bits: number): number;
/** The word behind another one: the end mark has none, a link leads to its page, further on. */
export declare function following(layout: Layout, word: number, bits: number): number;
/** Whether the list already has a source page for a destination. @source kimage_dst_used */
export declare function hasSourceFor(layout: Layout, mem: Mem, image: number, destination: Pfn): boolean;
/**
 * What relocation would leave in each destination frame: the list is followed as relocate_kernel
 * follows it, a DESTINATION sets the place and each SOURCE fills it and moves one page on.
 */
export declare function relocated(layout: Layout, mem: Mem, image: number): Map<Pfn, number>;
/** Whether the list has its end mark. */
export declare function isTerminated(layout: Layout, mem: Mem, image: number): boolean;
