import { JUNK, PEER } from "./content.js";
import { entryKinds, FRAME_mask, following, kindOf, wordAt } from "./entries.js";
import { contentOf, findFrame, purposes, setContent } from "./frames.js";
import { hasFlag } from "./kimage.js";
import { get, imageFlags, imagePlan, KEXEC_IMAGE, NEXT_WORD, PLACE, } from "./layout.js";
/**
 * What the jump to the normal image does to memory: the entry list is followed, and each source
 * page goes to its destination.
 *
 * @source arch/x86/kernel/relocate_kernel_64.S
 * @omits that the words are read from memory while pages are moved: a step that would overwrite a
 *   list page is a violation of `relocation-spares-its-own-pages` instead
 */
/** Stands before the first source page of the installed image; its list is read from the start. */
export function beginRelocation(layout, mem) {
    mem[PLACE] = 0;
    seek(layout, mem, 0);
}
/** Whether a page is still to be moved. */
export function isRelocating(mem) {
    return get(mem, NEXT_WORD) !== 0;
}
/** The frame that is moved next, and where it goes. */
export function nextMove(layout, mem) {
    const image = get(mem, KEXEC_IMAGE);
    const index = wordAt(layout, mem, image, get(mem, NEXT_WORD)) & FRAME_mask;
    return {
        from: findFrame(layout, mem, { image, purpose: purposes.SOURCE, index }),
        to: get(mem, PLACE),
    };
}
/** Whether relocation exchanges pages, so that it can be undone. */
export function exchanges(layout, mem) {
    if (!layout.bounds.features.includes("relocation-copies"))
        return true;
    return hasFlag(layout, mem, get(mem, KEXEC_IMAGE), imageFlags.PRESERVE_CONTEXT);
}
/** Moves one page. What lies behind the end of memory keeps nothing. */
export function movePage(layout, mem) {
    const { from, to } = nextMove(layout, mem);
    const there = to < layout.frames ? contentOf(layout, mem, to) : JUNK;
    const here = from < 0 ? JUNK : contentOf(layout, mem, from);
    if (to < layout.frames)
        setContent(layout, mem, to, here);
    if (from >= 0 && from !== to && exchanges(layout, mem))
        setContent(layout, mem, from, there);
    mem[PLACE] = to + 1;
    seek(layout, mem, get(mem, NEXT_WORD) + 1);
}
/** The other kernel of a jump writes to the first page that it was lent. */
export function writeAsPeer(layout, mem) {
    const [first] = imagePlan(layout, mem, get(mem, KEXEC_IMAGE)).destinations;
    if (first !== undefined && first < layout.frames)
        setContent(layout, mem, first, PEER);
}
/** Follows the list from a word on to the next source page. */
function seek(layout, mem, from) {
    const image = get(mem, KEXEC_IMAGE);
    for (let word = from; word < layout.listWords;) {
        const bits = wordAt(layout, mem, image, word);
        if (bits === 0)
            break;
        if (kindOf(bits) === entryKinds.SOURCE) {
            mem[NEXT_WORD] = word;
            return;
        }
        if (kindOf(bits) === entryKinds.DESTINATION)
            mem[PLACE] = bits & FRAME_mask;
        word = following(layout, word, bits);
    }
    mem[NEXT_WORD] = 0;
    mem[PLACE] = 0;
}
//# sourceMappingURL=relocation.js.map