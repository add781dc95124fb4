/**
 * Widths of text without a browser.
 *
 * The tables are those of Helvetica, which Arial, Liberation Sans and Nimbus Sans share. A drawing
 * states the width of every line (`textLength`), so a browser that has none of these faces squeezes
 * what it takes instead, and no text leaves its box.
 */
/** A size in pixels and a weight. */
export interface Font {
    readonly size_px: number;
    readonly bold?: boolean;
}
/** Returns the width of one line of text in pixels. */
export declare function textWidth(text: string, font: Font): number;
/** Returns the text, shortened to the given width with an ellipsis where it is longer. */
export declare function cutText(text: string, font: Font, width_px: number): string;
/**
 * Breaks a text into lines of at most `width_px`, between words where that is possible.
 *
 * @param lines_max lines beyond this many are dropped and the last one kept ends in an ellipsis
 */
export declare function wrapText(text: string, font: Font, limits: {
    readonly width_px: number;
    readonly lines_max: number;
}): readonly string[];
