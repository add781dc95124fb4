import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";

type Style = Parameters<typeof styleText>[0];

/** Columns that text is wrapped to when it does not go to a terminal. */
const plain_columns = 80;

export function columns(): number {
  return Math.max(60, Math.min(process.stdout.columns ?? plain_columns, 120));
}

/** Colour where the output is a terminal that wants it; see NO_COLOR. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env["NO_COLOR"] ? styleText(style, text) : text;
}

/** Wraps a text and indents every line but the first. */
export function wrap(text: string, indent: number, width = columns()): string {
  const room = Math.max(20, width - indent);
  return wrapAnsi(text, room, { hard: true })
    .split("\n")
    .join(`\n${" ".repeat(indent)}`);
}

export function count(value: number): string {
  return value.toLocaleString("en");
}
