import { IND_DESTINATION, IND_DONE, IND_INDIRECTION, IND_SOURCE } from "../kernel/kexec.js";
import { frameOf, pageOf, readWord, writeWord } from "./memory.js";
/** Reads a word of the list. */
export function readEntry(memory, image, at) {
    return at.frame === null ? image.head : readWord(pageOf(memory, at.frame), at.index);
}
/** Writes a word of the list: an address, and what it is. */
export function writeEntry(memory, image, at, word) {
    if (at.frame === null)
        image.head = word;
    else
        writeWord(pageOf(memory, at.frame), at.index, word);
}
/** The address part of a word, without the flags. */
export function addressIn(word, memory) {
    return word - (word % BigInt(memory.page_bytes));
}
/** What a word is, or null for the zero that ends an unfinished list. */
function kindOf(word) {
    if (word & BigInt(IND_DONE))
        return "DONE";
    if (word & BigInt(IND_INDIRECTION))
        return "INDIRECTION";
    if (word & BigInt(IND_DESTINATION))
        return "DESTINATION";
    return word & BigInt(IND_SOURCE) ? "SOURCE" : null;
}
/**
 * The entries of a list in order, its IND_DONE included if it has one.
 *
 * @param read the word at a place, asked for when the place is reached
 */
export function* decodeEntries(memory, read) {
    let at = { frame: null, index: 0 };
    while (true) {
        const word = read(at);
        const kind = kindOf(word);
        if (kind === null)
            return;
        const address = addressIn(word, memory);
        yield { kind, address, at };
        if (kind === "DONE")
            return;
        at =
            kind === "INDIRECTION"
                ? { frame: frameOf(memory, address), index: 0 }
                : { frame: at.frame, index: at.index + 1 };
    }
}
/**
 * The entries of an image, finished or not, as they are now.
 *
 * @source kernel/kexec_core.c:for_each_kimage_entry
 */
export function forEachKimageEntry(memory, image) {
    return decodeEntries(memory, (at) => readEntry(memory, image, at));
}
/**
 * Where the list says what will be copied to a destination page, or null.
 *
 * @source kernel/kexec_core.c:kimage_dst_used
 */
export function kimageDstUsed(memory, image, page) {
    let destination = 0n;
    for (const entry of forEachKimageEntry(memory, image)) {
        if (entry.kind === "DESTINATION")
            destination = entry.address;
        if (entry.kind !== "SOURCE")
            continue;
        if (page === destination)
            return entry;
        destination += BigInt(memory.page_bytes);
    }
    return null;
}
/** Moves the image's pointer past a word that is in use. */
export function skipUsedEntry(memory, image) {
    if (readEntry(memory, image, image.entry) === 0n)
        return;
    image.entry = { frame: image.entry.frame, index: image.entry.index + 1 };
}
/** Whether the pointer stands on the word that is kept for the link. */
export function listIsFull({ entry, last_entry }) {
    return entry.frame === last_entry.frame && entry.index === last_entry.index;
}
/**
 * Ends a finished list.
 *
 * @source kernel/kexec_core.c:kimage_terminate
 */
export function kimageTerminate(memory, image) {
    skipUsedEntry(memory, image);
    writeEntry(memory, image, image.entry, BigInt(IND_DONE));
}
//# sourceMappingURL=entry-list.js.map