import { expectedContent, JUNK } from "../content.js";
import { entryKinds, kindOf } from "../entries.js";
import { allocateFileImage, loadFileSegments, takeTables } from "../file-load.js";
import { findFrame, purposes, release, setContent } from "../frames.js";
import { localImage } from "../kimage.js";
import { get, imageAt, planOf, TABLES, WORDS } from "../layout.js";
function drop(layout, mem, task, purpose) {
    const pfn = findFrame(layout, mem, { image: localImage(layout, mem, task), purpose });
    if (pfn >= 0)
        release(layout, mem, pfn);
}
export const allocateFileImageVariants = {
    "file-image-without-swap-page": {
        breaks: "a normal image that is loaded by file has no page to swap through",
        instead: (layout, mem, task) => {
            allocateFileImage(layout, mem, task);
            drop(layout, mem, task, purposes.SWAP);
        },
    },
};
export const takeTablesVariants = {
    "one-table-short": {
        breaks: "an image that is loaded by file has one page table too few",
        instead: (layout, mem, task) => {
            takeTables(layout, mem, task);
            const at = imageAt(layout, localImage(layout, mem, task)) + TABLES;
            if (get(mem, at) === 0)
                return;
            drop(layout, mem, task, purposes.TABLE);
            mem[at] = get(mem, at) - 1;
        },
    },
};
export const loadFileSegmentsVariants = {
    "last-page-by-file-not-loaded": {
        breaks: "the last page of an image that is loaded by file holds junk",
        instead: (layout, mem, task) => {
            loadFileSegments(layout, mem, task);
            const page = planOf(layout, mem, task)
                .segments.flatMap(({ pages }) => pages)
                .at(-1);
            if (!page)
                return;
            const image = localImage(layout, mem, task);
            const role = { image, purpose: purposes.SOURCE, index: page.destination };
            const source = findFrame(layout, mem, role);
            const pfn = source < 0 ? page.destination : source;
            if (expectedContent(page) !== JUNK)
                setContent(layout, mem, pfn, JUNK);
        },
    },
    "list-by-file-not-terminated": {
        breaks: "the entry list of an image that is loaded by file has no end mark",
        instead: (layout, mem, task) => {
            loadFileSegments(layout, mem, task);
            const words = imageAt(layout, localImage(layout, mem, task)) + WORDS;
            for (let word = 0; word < layout.listWords; word++) {
                if (kindOf(get(mem, words + word)) === entryKinds.DONE)
                    mem[words + word] = 0;
            }
        },
    },
};
//# sourceMappingURL=file-load.js.map