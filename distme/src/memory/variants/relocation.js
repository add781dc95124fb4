import { contentOf, setContent } from "../frames.js";
import { get, NEXT_WORD, PLACE } from "../layout.js";
import { beginRelocation, isRelocating, movePage, nextMove } from "../relocation.js";
/** The last move, from which nothing comes back. */
export const movePageAloneVariants = {
    "relocation-moves-nothing": {
        breaks: "the list is walked and no page is moved",
        instead: (layout, mem) => {
            const contents = mem.slice(layout.framesAt);
            movePage(layout, mem);
            mem.set(contents, layout.framesAt);
        },
    },
    "relocation-goes-one-page-too-far": {
        breaks: "every page is moved to the place behind its own",
        instead: (layout, mem) => {
            mem[PLACE] = get(mem, PLACE) + 1;
            movePage(layout, mem);
        },
    },
};
/** A move of a jump, there or back. */
export const movePageVariants = {
    "jump-copies-pages": {
        breaks: "a jump copies its pages and does not exchange them",
        instead: (layout, mem) => {
            const { from } = nextMove(layout, mem);
            const content = from < 0 ? 0 : contentOf(layout, mem, from);
            movePage(layout, mem);
            if (from >= 0)
                setContent(layout, mem, from, content);
        },
    },
};
export const beginRelocationVariants = {
    "relocation-skips-the-first-page": {
        breaks: "the first page of the list is not moved",
        instead: (layout, mem) => {
            beginRelocation(layout, mem);
            if (!isRelocating(mem))
                return;
            const contents = mem.slice(layout.framesAt);
            movePage(layout, mem);
            mem.set(contents, layout.framesAt);
        },
    },
    "relocation-does-not-begin": {
        breaks: "the list counts as done before it is walked",
        instead: (_layout, mem) => {
            mem[NEXT_WORD] = 0;
            mem[PLACE] = 0;
        },
    },
};
//# sourceMappingURL=relocation.js.map