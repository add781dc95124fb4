import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { GuestError } from "../agent.js";
import { physical, physicalOfPage } from "./kernel-memory.js";
import { readWords } from "./physical.js";
/** Words of `struct kimage` that all kernels have at the same place. */
const HEAD = 0;
const START = 3;
const CONTROL_CODE_PAGE = 4;
const NR_SEGMENTS = 7;
const SEGMENT = 8;
const SEGMENT_words = 4;
const SEGMENT_MAX = 16;
/**
 * Reads an image from outside.
 *
 * @param pointer what `kexec_image` or `kexec_crash_image` holds
 * @throws GuestError when there is no image
 * @source include/linux/kexec.h:struct kimage
 */
export async function readImage(qmp, pointer) {
    const words = await readWords(qmp, physical(pointer), SEGMENT + SEGMENT_MAX * SEGMENT_words);
    const count = Number(word(words, NR_SEGMENTS));
    if (count > SEGMENT_MAX)
        throw new GuestError(`expected a struct kimage, got ${count} segments`);
    return {
        start: word(words, START),
        controlCode: physicalOfPage(word(words, CONTROL_CODE_PAGE)),
        segments: Array.from({ length: count }, (_, i) => segmentAt(words, SEGMENT + i * SEGMENT_words)),
        entries: await readEntries(qmp, word(words, HEAD)),
    };
}
function segmentAt(words, at) {
    return { bufsz: word(words, at + 1), mem: word(words, at + 2), memsz: word(words, at + 3) };
}
/** Bits of an entry beside the address. */
const IND_DESTINATION = 1n;
const IND_INDIRECTION = 2n;
const IND_DONE = 4n;
const IND_SOURCE = 8n;
const LIST_PAGE_words = 512;
/** More than any image of a machine of ours has: a list that is longer leads in a circle. */
const LIST_PAGES_MAX = 1024;
async function readEntries(qmp, head) {
    const entries = [];
    let words = [head];
    for (let pages = 0; pages <= LIST_PAGES_MAX; pages++) {
        const last = decodeEntries(words, entries);
        if (last?.kind !== "INDIRECTION")
            return entries;
        words = await readWords(qmp, last.address, LIST_PAGE_words);
    }
    throw new GuestError(`expected an end of an entry list, got ${LIST_PAGES_MAX} pages of it`);
}
/**
 * Appends what the words of one list page say, up to a link, the end mark, or a word that is none
 * of the four: then the list has no end, and whoever compares it sees that.
 *
 * @returns the last entry
 */
export function decodeEntries(words, entries) {
    for (const bits of words) {
        const address = bits - (bits % PAGE_SIZE_bytes);
        switch (bits % PAGE_SIZE_bytes) {
            case IND_DESTINATION:
                entries.push({ kind: "DESTINATION", address });
                continue;
            case IND_SOURCE:
                entries.push({ kind: "SOURCE", address, destination: nextDestination(entries) });
                continue;
            case IND_INDIRECTION:
                entries.push({ kind: "INDIRECTION", address });
                break;
            case IND_DONE:
                entries.push({ kind: "DONE" });
        }
        break;
    }
    return entries.at(-1);
}
/** Where the page of the next SOURCE goes: behind the last one. */
function nextDestination(entries) {
    const last = entries.findLast(({ kind }) => kind === "DESTINATION" || kind === "SOURCE");
    if (last?.kind === "SOURCE")
        return last.destination + PAGE_SIZE_bytes;
    return last?.kind === "DESTINATION" ? last.address : 0n;
}
function word(words, at) {
    return words[at] ?? 0n;
}
//# sourceMappingURL=kimage.js.map