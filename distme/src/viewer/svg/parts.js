import { boxContent, labelContent } from "./content.js";
import { isCrossedAbove } from "./elk-graph.js";
import { withLegend } from "./legend.js";
/** Returns what has to be placed: every state with its text, and the edges with their labels. */
export function partsOf(diagram, collapsed, options) {
    return {
        diagram,
        contentOf: contentsOf(diagram, collapsed, options),
        edges: collapsed.edges.map((edge) => ({
            ...edge,
            label: labelContent(edge.transitions, options.mark_px),
        })),
    };
}
/** Returns the text in the box of every state, and the heading as that of the root. */
export function contentsOf(diagram, collapsed, options) {
    const { root, states } = diagram;
    const contentOf = new Map([root, ...states].map((state) => [
        state,
        boxContent(state, collapsed.rows.get(state) ?? [], {
            descriptions: options.descriptions ?? true,
            exits_count: collapsed.exitsInto.get(state) ?? 0,
            note_width_px: noteWidth(state, collapsed),
            summary: options.summaries?.get(state) ?? [],
            mark_px: options.mark_px ?? 0,
        }),
    ]));
    const heading = contentOf.get(root);
    if (heading)
        contentOf.set(root, withLegend(heading, [...collapsed.rows.values()].flat()));
    return contentOf;
}
/** A header that shares its lines with edges is narrow; the heading has the whole width. */
function noteWidth(state, { edges }) {
    if (state.parent === null)
        return 500;
    return isCrossedAbove(state, edges) ? 100 : 170;
}
//# sourceMappingURL=parts.js.map