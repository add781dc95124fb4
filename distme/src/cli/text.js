import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
/** Columns that text is wrapped to when it does not go to a terminal. */
const plain_columns = 80;
export function columns() {
    return Math.max(60, Math.min(process.stdout.columns ?? plain_columns, 120));
}
/** Colour where the output is a terminal that wants it; see NO_COLOR. */
export function paint(style, text) {
    return process.stdout.isTTY && !process.env["NO_COLOR"] ? styleText(style, text) : text;
}
/** Wraps a text and indents every line but the first. */
export function wrap(text, indent, width = columns()) {
    const room = Math.max(20, width - indent);
    return wrapAnsi(text, room, { hard: true })
        .split("\n")
        .join(`\n${" ".repeat(indent)}`);
}
export function count(value) {
    return value.toLocaleString("en");
}
//# sourceMappingURL=text.js.map