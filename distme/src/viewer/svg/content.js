import { conditionSpans, FONTS, groupByEvent, guardSpans, keysOf, lineWidth, onOneLine, resultSpans, span, TEXT_WIDTH_MAX_PX, targetSpans, } from "./spans.js";
import { cutText, wrapText } from "./text.js";
/** Space between the border of a box and its text. */
export const INSET_PX = 10;
export const ROW_PX = 16;
const TITLE_PX = 17;
const NOTE_PX = 14;
const NOTE_LINES_MAX = 5;
const BOX_WIDTH_MIN_PX = 48;
const INDENT_PX = 10;
const COLUMN_GAP_PX = 10;
/** An event followed by its guard on one line is at most this wide; else it takes two lines. */
const INLINE_WIDTH_MAX_PX = 150;
/**
 * Returns what is written into the box of a state: its name, its description, and one row for
 * each transition that is not drawn as an edge.
 */
export function boxContent(state, rows, options) {
    const title = cutText(onOneLine(state.key), FONTS.title, TEXT_WIDTH_MAX_PX);
    const table = tableOf(rows);
    const width_px = Math.max(options.note_width_px, Math.min(table.width, TEXT_WIDTH_MAX_PX));
    const notes = notesOf(state, options, width_px);
    const texts = [
        { x: INSET_PX, y: 8 + 12, spans: [{ text: title, ink: "title" }] },
        ...notes.map(({ text, keys }, line) => ({
            x: INSET_PX,
            y: 8 + TITLE_PX + line * NOTE_PX + 10,
            spans: [{ text, ink: "note" }],
            ...(keys.length > 0 && { keys }),
        })),
    ];
    const top = 8 + TITLE_PX + notes.length * NOTE_PX + (table.height > 0 ? 5 : 0);
    const inner = Math.max(lineWidth(texts[0]?.spans ?? []) + options.mark_px, table.width === 0 ? 0 : table.width + options.mark_px, ...texts.map(({ spans, keys }) => lineWidth(spans) + (keys ? options.mark_px : 0)));
    const width = Math.ceil(Math.max(BOX_WIDTH_MIN_PX, inner + 2 * INSET_PX));
    return {
        width,
        height: Math.ceil(top + table.height + 7),
        texts: [...texts, ...moved(table.texts, INSET_PX, top)],
        tints: table.tints.map((tint) => ({
            ...tint,
            x: INSET_PX - 5,
            y: tint.y + top,
            width: width - 2 * INSET_PX + 10,
        })),
    };
}
/** The description, and what is said below it. */
function notesOf(state, options, width_px) {
    const lines = options.descriptions
        ? [...wrapText(state.description, FONTS.note, { width_px, lines_max: NOTE_LINES_MAX })]
        : [];
    if (state.kind === "history")
        lines.push("↻ the state that was left last");
    if (options.exits_count > 0)
        lines.push(`← ${count(options.exits_count, "early exit")}`);
    return [...lines.map((text) => ({ text, keys: [] })), ...options.summary];
}
/**
 * Returns the label of an edge: a line for each transition, or a heading for those of an event.
 *
 * @param mark_px room kept free at the end of each line, for a mark
 */
export function labelContent(transitions, mark_px = 0) {
    const lines = groupByEvent(transitions).flatMap((group) => {
        const inline = group.map((each) => [...conditionSpans(each), ...resultSpans(each, " / ")]);
        const [only] = inline;
        const isShort = group[0]?.guard === null || lineWidth(only ?? []) <= INLINE_WIDTH_MAX_PX;
        if (only && inline.length === 1 && isShort) {
            return [{ spans: only, indent: 0, keys: keysOf(group) }];
        }
        const event = group[0]?.event ?? "";
        const heading = { spans: [span(event, "event")], indent: 0, keys: [] };
        return [
            ...(event === "" ? [] : [heading]),
            ...group.map((each) => ({
                spans: [...guardSpans(each), ...resultSpans(each, " / ")],
                indent: event === "" ? 0 : INDENT_PX,
                keys: [each.key],
            })),
        ];
    });
    return {
        width: Math.ceil(Math.max(0, ...lines.map((line) => lineWidth(line.spans) + line.indent + mark_px))),
        height: lines.length * ROW_PX,
        texts: lines.map(({ indent, spans, keys }, index) => ({
            x: indent,
            y: index * ROW_PX + 12,
            spans,
            ...(keys.length > 0 && { keys }),
        })),
        tints: [],
    };
}
/** Lays rows out in three columns: when, what is returned, where the state goes. */
function tableOf(transitions) {
    const rows = groupByEvent(transitions).flatMap(tableRows);
    const widthOf = (column) => Math.max(0, ...rows
        .filter((row) => row.cells.length > 1)
        .map((row) => lineWidth(row.cells[column] ?? []) + (column === 0 ? row.indent : 0)));
    const [first, second, third] = [widthOf(0), widthOf(1), widthOf(2)];
    const starts = [0, first + COLUMN_GAP_PX, first + second + (second > 0 ? 2 : 1) * COLUMN_GAP_PX];
    const headings = rows.map((row) => (row.cells.length === 1 ? lineWidth(row.cells[0] ?? []) : 0));
    return {
        width: rows.length === 0 ? 0 : Math.max(...headings, (starts[2] ?? 0) + third),
        height: rows.length * ROW_PX,
        texts: rows.flatMap((row, line) => row.cells.flatMap((spans, column) => spans.length === 0
            ? []
            : [
                {
                    x: (starts[column] ?? 0) + (column === 0 ? row.indent : 0),
                    y: line * ROW_PX + 12,
                    spans,
                    ...(row.keys.length > 0 && { keys: row.keys }),
                },
            ])),
        tints: tintsOf(rows),
    };
}
function tableRows(group) {
    const [first] = group;
    if (first === undefined)
        return [];
    const cellsAfter = (each) => [resultSpans(each, ""), targetSpans(each)];
    const inline = conditionSpans(first);
    const isShort = first.guard === null || lineWidth(inline) <= INLINE_WIDTH_MAX_PX;
    if (group.length === 1 && isShort) {
        const cells = [inline, ...cellsAfter(first)];
        return [{ indent: 0, cells, failed: isFailure(first), keys: keysOf(group) }];
    }
    const headed = first.event !== "";
    const title = [span(first.event, "event")];
    const heading = { indent: 0, cells: [title], failed: false, keys: [] };
    const rows = group.map((each) => ({
        indent: headed ? INDENT_PX : 0,
        cells: [guardSpans(each), ...cellsAfter(each)],
        failed: isFailure(each),
        keys: [each.key],
    }));
    return headed ? [heading, ...rows] : rows;
}
/** One ground for each run of rows that fail alike. */
function tintsOf(rows) {
    const tints = [];
    rows.forEach(({ failed }, line) => {
        const last = tints.at(-1);
        if (last && last.failed === failed) {
            tints[tints.length - 1] = { ...last, height: last.height + ROW_PX };
        }
        else {
            tints.push({ x: 0, y: line * ROW_PX, width: 0, height: ROW_PX, failed });
        }
    });
    return tints.filter((tint) => tint.failed);
}
function isFailure({ result }) {
    return result?.failed ?? false;
}
function moved(texts, x, y) {
    return texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
//# sourceMappingURL=content.js.map