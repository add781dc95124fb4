import { INSET_PX, ROW_PX } from "./content.js";
import { lineWidth } from "./spans.js";
/** Adds a line to the heading that explains the rows in the boxes; none where there are none. */
export function withLegend(heading, rows) {
    const stays = rows.some(({ source, target }) => target === null || target === source);
    const leaves = rows.some(({ source, target }) => target !== null && target !== source);
    const fails = rows.some(({ result }) => result?.failed);
    const spans = [
        ...(leaves ? exitSpans(fails) : []),
        ...(leaves && stays ? [note(" · ")] : []),
        ...(stays ? [note("↻ stays in the state")] : []),
    ];
    if (spans.length === 0)
        return heading;
    const text = { x: INSET_PX, y: heading.height + 8, spans };
    return {
        ...heading,
        width: Math.max(heading.width, Math.ceil(lineWidth(spans)) + 2 * INSET_PX),
        height: heading.height + ROW_PX,
        texts: [...heading.texts, text],
    };
}
function exitSpans(fails) {
    return [
        { text: "[guard]", ink: "guard" },
        ...(fails ? [{ text: " ERRNO", ink: "failure" }] : []),
        note(" → state: a way out, in the order in which the guards are asked"),
    ];
}
function note(text) {
    return { text, ink: "note" };
}
//# sourceMappingURL=legend.js.map