import { styleText } from "node:util";
type Style = Parameters<typeof styleText>[0];
export declare function columns(): number;
/** Colour where the output is a terminal that wants it; see NO_COLOR. */
export declare function paint(style: Style, text: string): string;
/** Wraps a text and indents every line but the first. */
export declare function wrap(text: string, indent: number, width?: number): string;
export declare function count(value: number): string;
export {};
