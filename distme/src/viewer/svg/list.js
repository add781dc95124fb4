import { INSET_PX } from "./content.js";
import { MARGIN_PX } from "./elk-graph.js";
const GAP_PX = 10;
/**
 * Places the states below each other, nested, without any layout engine: what is drawn when every
 * other layout fails. The contents have to hold all transitions, since no edge is drawn.
 */
export function placeAsList(diagram, contentOf) {
    const boxes = [];
    const place = (state, x, y) => {
        const content = contentOf.get(state);
        if (!content)
            throw new Error(`expected a content for the state ${state.path}`);
        const index = boxes.length;
        let right = x + content.width;
        let bottom = y + content.height;
        for (const child of state.children) {
            const end = place(child, x + INSET_PX, bottom);
            right = Math.max(right, end.right + INSET_PX);
            bottom = end.bottom + GAP_PX;
        }
        boxes.splice(index, 0, {
            state,
            content,
            origin: { x, y },
            rectangle: { x, y, width: right - x, height: bottom - y },
        });
        return { right, bottom };
    };
    const heading = contentOf.get(diagram.root);
    if (!heading)
        throw new Error("expected a content for the root");
    let width = heading.width;
    let bottom = heading.height;
    for (const state of diagram.root.children) {
        const end = place(state, MARGIN_PX, bottom + GAP_PX);
        width = Math.max(width, end.right);
        bottom = end.bottom;
    }
    return {
        width: width + MARGIN_PX,
        height: bottom + MARGIN_PX,
        heading,
        boxes,
        edges: [],
        initials: [],
        layout: "list",
    };
}
//# sourceMappingURL=list.js.map