import { type Memory } from "./memory.ts";
import type { EntryPointer, Kimage } from "./state.ts";
/** A word of the list, taken apart. */
export interface Entry {
    readonly kind: "DESTINATION" | "INDIRECTION" | "DONE" | "SOURCE";
    /** The address that it holds, page aligned. */
    readonly address: bigint;
    /** Where the word is. */
    readonly at: EntryPointer;
}
/** Reads a word of the list. */
export declare function readEntry(memory: Memory, image: Kimage, at: EntryPointer): bigint;
/** Writes a word of the list: an address, and what it is. */
export declare function writeEntry(memory: Memory, image: Kimage, at: EntryPointer, word: bigint): void;
/** The address part of a word, without the flags. */
export declare function addressIn(word: bigint, memory: Memory): bigint;
/**
 * The entries of a list in order, its IND_DONE included if it has one.
 *
 * @param read the word at a place, asked for when the place is reached
 */
export declare function decodeEntries(memory: Memory, read: (at: EntryPointer) => bigint): Generator<Entry>;
/**
 * The entries of an image, finished or not, as they are now.
 *
 * @source kernel/kexec_core.c:for_each_kimage_entry
 */
export declare function forEachKimageEntry(memory: Memory, image: Kimage): Generator<Entry>;
/**
 * Where the list says what will be copied to a destination page, or null.
 *
 * @source kernel/kexec_core.c:kimage_dst_used
 */
export declare function kimageDstUsed(memory: Memory, image: Kimage, page: bigint): Entry | null;
/** Moves the image's pointer past a word that is in use. */
export declare function skipUsedEntry(memory: Memory, image: Kimage): void;
/** Whether the pointer stands on the word that is kept for the link. */
export declare function listIsFull({ entry, last_entry }: Kimage): boolean;
/**
 * Ends a finished list.
 *
 * @source kernel/kexec_core.c:kimage_terminate
 */
export declare function kimageTerminate(memory: Memory, image: Kimage): void;
