import { assert } from "../base/assert.js";
import { JUNK } from "./content.js";
import { contentOf, findFrame, purposes, setRole } from "./frames.js";
import { ENTRY, get, imageAt, LAST_ENTRY, WORDS } from "./layout.js";
/**
 * The entry list of an image: what to copy where when the image runs.
 *
 * Word 0 is `head`. List page j has the words 1 + j*n .. (j+1)*n, the last of which can only hold
 * the link to the next page or the end mark. A word is 0 or a kind and a frame; a SOURCE word
 * names the destination that its page will be copied to, and the page is the frame with that role.
 *
 * @source kernel/kexec_core.c:kimage_add_entry, kimage_terminate, for_each_kimage_entry
 */
const KIND_shift = 5;
export const FRAME_mask = 31;
export const entryKinds = { DESTINATION: 1, INDIRECTION: 2, DONE: 3, SOURCE: 4 };
/** Whether the next entry needs a new list page first. */
export function listFull(layout, mem, image) {
    const at = imageAt(layout, image);
    return get(mem, at + ENTRY) === get(mem, at + LAST_ENTRY);
}
/** The index of a list page that was handed out and is not linked yet. */
export const UNLINKED = 31;
/** Links the list page that was just handed out as the next page of the list. */
export function addListPage(layout, mem, image) {
    const at = imageAt(layout, image);
    const { listPageWords } = layout.bounds;
    const number = Math.floor(get(mem, at + LAST_ENTRY) / listPageWords);
    const page = { image, purpose: purposes.LIST };
    const pfn = findFrame(layout, mem, { ...page, index: UNLINKED });
    assert(pfn >= 0, "a list page is linked before it was handed out");
    setRole(layout, mem, pfn, { ...page, index: number });
    writeWord(layout, mem, image, { kind: entryKinds.INDIRECTION, value: number });
    mem[at + ENTRY] = 1 + number * listPageWords;
    mem[at + LAST_ENTRY] = (number + 1) * listPageWords;
}
/** Appends an entry; there must be room. */
export function addEntry(layout, mem, image, entry) {
    assert(!listFull(layout, mem, image), "an entry is added to a full list page");
    writeWord(layout, mem, image, entry);
    const at = imageAt(layout, image);
    mem[at + ENTRY] = get(mem, at + ENTRY) + 1;
}
/** Writes the end mark where the next entry would go, even into the place of a link. */
export function terminateList(layout, mem, image) {
    writeWord(layout, mem, image, { kind: entryKinds.DONE, value: 0 });
}
function writeWord(layout, mem, image, { kind, value }) {
    const at = imageAt(layout, image);
    const word = get(mem, at + ENTRY);
    assert(word < layout.listWords, "the entry list is longer than the layout has words");
    mem[at + WORDS + word] = (kind << KIND_shift) | value;
}
/**
 * The entries of an image in order, links followed, up to the end mark or the first empty word.
 * A half-built list can be walked too.
 */
export function walk(layout, mem, image) {
    const entries = [];
    for (let word = 0; word < layout.listWords;) {
        const bits = wordAt(layout, mem, image, word);
        if (bits === 0)
            break;
        entries.push({
            kind: kindOf(bits), // only writeWord writes words
            value: bits & FRAME_mask,
        });
        word = following(layout, word, bits);
    }
    return entries;
}
/** One word of the list, 0 where nothing is written. */
export function wordAt(layout, mem, image, word) {
    return get(mem, imageAt(layout, image) + WORDS + word);
}
/** What a word says it is: one of `entryKinds`, or 0. */
export function kindOf(bits) {
    return bits >> KIND_shift;
}
/** The word behind another one: the end mark has none, a link leads to its page, further on. */
export function following(layout, word, bits) {
    const kind = kindOf(bits);
    if (kind === entryKinds.DONE)
        return layout.listWords;
    if (kind !== entryKinds.INDIRECTION)
        return word + 1;
    const linked = 1 + (bits & FRAME_mask) * layout.bounds.listPageWords;
    assert(linked > word, "a link of the entry list leads back");
    return linked;
}
/** Whether the list already has a source page for a destination. @source kimage_dst_used */
export function hasSourceFor(layout, mem, image, destination) {
    for (let word = 0; word < layout.listWords;) {
        const bits = wordAt(layout, mem, image, word);
        if (bits === 0)
            return false;
        if (kindOf(bits) === entryKinds.SOURCE && (bits & FRAME_mask) === destination)
            return true;
        word = following(layout, word, bits);
    }
    return false;
}
/**
 * What relocation would leave in each destination frame: the list is followed as relocate_kernel
 * follows it, a DESTINATION sets the place and each SOURCE fills it and moves one page on.
 */
export function relocated(layout, mem, image) {
    const result = new Map();
    let place = -1;
    for (let word = 0; word < layout.listWords;) {
        const bits = wordAt(layout, mem, image, word);
        if (bits === 0)
            break;
        const index = bits & FRAME_mask;
        if (kindOf(bits) === entryKinds.DESTINATION)
            place = index;
        if (kindOf(bits) === entryKinds.SOURCE) {
            const source = findFrame(layout, mem, { image, purpose: purposes.SOURCE, index });
            result.set(place, source < 0 ? JUNK : contentOf(layout, mem, source));
            place++;
        }
        word = following(layout, word, bits);
    }
    return result;
}
/** Whether the list has its end mark. */
export function isTerminated(layout, mem, image) {
    for (let word = 0; word < layout.listWords;) {
        const bits = wordAt(layout, mem, image, word);
        if (bits === 0)
            return false;
        if (kindOf(bits) === entryKinds.DONE)
            return true;
        word = following(layout, word, bits);
    }
    return false;
}
//# sourceMappingURL=entries.js.map