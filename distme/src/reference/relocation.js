import { forEachKimageEntry } from "./entry-list.js";
import { frameOf, pageOf } from "./memory.js";
/**
 * The pages that a jump to an image moves, each found in memory as the moves before it have left
 * it: a list page that was overwritten is followed as what it is now. A crash image has none.
 *
 * @returns whether the list ended with IND_DONE; if not, nobody knows what the CPU does next
 * @source arch/x86/kernel/relocate_kernel_64.S:swap_pages
 */
export function* movesOf(memory, image) {
    let destination = 0n;
    let entries_left = wordsOf(memory);
    for (const { kind, address } of forEachKimageEntry(memory, image)) {
        if (kind === "DONE")
            return true;
        entries_left -= 1;
        if (entries_left === 0)
            return false;
        if (kind === "DESTINATION")
            destination = address;
        if (kind !== "SOURCE")
            continue;
        yield { source: address, destination };
        destination += BigInt(memory.page_bytes);
    }
    return false;
}
/** As many words as memory has: a list with more runs in a circle. */
function wordsOf({ frames, page_bytes }) {
    return (frames * page_bytes) / 8;
}
/** Whether pages change places, so that what they replace is not lost. */
export function exchangesPages({ relocationCopies }, image) {
    return !relocationCopies || image.preserve_context;
}
/**
 * Moves one page. The CPU reads and writes physical memory here: no page is read-only.
 *
 * To exchange two pages it takes the swap page: source to swap page, destination to source, swap
 * page to destination.
 */
export function movePage({ memory, config }, image, move) {
    const source = pageOf(memory, frameOf(memory, move.source));
    const destination = pageOf(memory, frameOf(memory, move.destination));
    if (config.bugs.relocationForgetsSwap || !exchangesPages(config.profile, image)) {
        destination.set(source);
        return;
    }
    if (image.swap_page === null)
        throw new Error("relocate: expected a swap page, got none");
    const swap = pageOf(memory, image.swap_page.frame);
    swap.set(source);
    source.set(destination);
    destination.set(swap);
}
//# sourceMappingURL=relocation.js.map