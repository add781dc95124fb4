/**
 * Widths of text without a browser.
 *
 * The tables are those of Helvetica, which Arial, Liberation Sans and Nimbus Sans share. A drawing
 * states the width of every line (`textLength`), so a browser that has none of these faces squeezes
 * what it takes instead, and no text leaves its box.
 */
/** Returns the width of one line of text in pixels. */
export function textWidth(text, font) {
    const widths = font.bold ? WIDTHS_BOLD : WIDTHS;
    let total = 0;
    for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        total += widths[code - FIRST_CODE] ?? (code > 0xffff ? WIDTH_ASTRAL : WIDTH_OTHER);
    }
    return (total * font.size_px) / UNITS_PER_EM;
}
/** Returns the text, shortened to the given width with an ellipsis where it is longer. */
export function cutText(text, font, width_px) {
    if (textWidth(text, font) <= width_px)
        return text;
    const characters = [...text];
    while (characters.length > 0 && textWidth(`${characters.join("")}…`, font) > width_px) {
        characters.pop();
    }
    return `${characters.join("").trimEnd()}…`;
}
/**
 * Breaks a text into lines of at most `width_px`, between words where that is possible.
 *
 * @param lines_max lines beyond this many are dropped and the last one kept ends in an ellipsis
 */
export function wrapText(text, font, limits) {
    const lines = [];
    for (const word of text.split(/\s+/).filter((part) => part !== "")) {
        const last = lines.at(-1);
        const longer = last === undefined ? word : `${last} ${word}`;
        if (last !== undefined && textWidth(longer, font) <= limits.width_px) {
            lines[lines.length - 1] = longer;
        }
        else {
            lines.push(word);
        }
    }
    const kept = lines.slice(0, limits.lines_max);
    if (kept.length < lines.length)
        kept[kept.length - 1] += " …";
    return kept.map((line) => cutText(line, font, limits.width_px));
}
const UNITS_PER_EM = 1000;
const FIRST_CODE = 32;
/** A full em for whatever the tables do not list: arrows and CJK are at most that wide. */
const WIDTH_OTHER = 1000;
/** Emoji fonts draw up to 1.4 em. */
const WIDTH_ASTRAL = 1400;
/** U+0020 to U+007E in thousandths of an em. */
const WIDTHS = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const WIDTHS_BOLD = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
//# sourceMappingURL=text.js.map