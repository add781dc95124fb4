import type { DiagramState, DiagramTransition } from "./diagram.ts";
import { type Span } from "./spans.ts";
/** One line of text; `x` and `y` are where its baseline starts. */
export interface PlacedText {
    readonly x: number;
    readonly y: number;
    readonly spans: readonly Span[];
    /** Keys of the transitions that it stands for; the cells of one row share one array. */
    readonly keys?: readonly string[];
}
/** A line that stands for transitions which are not drawn one by one. */
export interface SummaryLine {
    readonly text: string;
    readonly keys: readonly string[];
}
/** A coloured ground under some lines. */
export interface Tint {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly failed: boolean;
}
/** Text with its size; coordinates count from its own upper left corner, in pixels. */
export interface Content {
    readonly width: number;
    readonly height: number;
    readonly texts: readonly PlacedText[];
    readonly tints: readonly Tint[];
}
/** Space between the border of a box and its text. */
export declare const INSET_PX = 10;
export declare const ROW_PX = 16;
export interface BoxOptions {
    readonly descriptions: boolean;
    /** Early exits that end here; shown where there are any. */
    readonly exits_count: number;
    /** Descriptions are broken at this width, unless the rows are wider anyway. */
    readonly note_width_px: number;
    /** What is inside, for a state whose children are not drawn. */
    readonly summary: readonly SummaryLine[];
    /** Room kept free at the end of the name and of each row, for a mark. */
    readonly mark_px: number;
}
/**
 * Returns what is written into the box of a state: its name, its description, and one row for
 * each transition that is not drawn as an edge.
 */
export declare function boxContent(state: DiagramState, rows: readonly DiagramTransition[], options: BoxOptions): Content;
/**
 * Returns the label of an edge: a line for each transition, or a heading for those of an event.
 *
 * @param mark_px room kept free at the end of each line, for a mark
 */
export declare function labelContent(transitions: readonly DiagramTransition[], mark_px?: number): Content;
