import { addListPage, listFull, terminateList } from "../entries.js";
import { ENTRY, get, imageAt, LAST_ENTRY, WORDS } from "../layout.js";
export const addListPageVariants = {
    "list-page-not-linked": {
        breaks: "nothing on the entry list leads to a new list page",
        instead: (layout, mem, image) => {
            const word = get(mem, imageAt(layout, image) + ENTRY);
            addListPage(layout, mem, image);
            mem[imageAt(layout, image) + WORDS + word] = 0;
        },
    },
    "list-page-one-word-short": {
        breaks: "the last entry of a list page is never used",
        instead: (layout, mem, image) => {
            addListPage(layout, mem, image);
            const at = imageAt(layout, image) + LAST_ENTRY;
            mem[at] = get(mem, at) - 1;
        },
    },
    "list-page-begins-late": {
        breaks: "the first entry of a list page stays empty",
        instead: (layout, mem, image) => {
            addListPage(layout, mem, image);
            const at = imageAt(layout, image) + ENTRY;
            mem[at] = get(mem, at) + 1;
        },
    },
};
export const terminateListVariants = {
    "end-mark-over-the-last-entry": {
        breaks: "the end mark replaces the last entry",
        instead: (layout, mem, image) => {
            const at = imageAt(layout, image) + ENTRY;
            mem[at] = Math.max(0, get(mem, at) - 1);
            terminateList(layout, mem, image);
        },
    },
};
export const listFullVariants = {
    "list-full-one-entry-early": {
        breaks: "a new list page is wanted while there is room for one entry",
        instead: (layout, mem, image) => {
            const at = imageAt(layout, image);
            return listFull(layout, mem, image) || get(mem, at + ENTRY) + 1 === get(mem, at + LAST_ENTRY);
        },
    },
};
//# sourceMappingURL=entries.js.map