/**
 * What a page holds, as one symbol. A symbol stands for the bytes of one page of one caller's
 * buffer; `clean` says that zeros fill the page behind them.
 */
export const JUNK = 0;
export const ZEROS = 1;
/** A copy from user memory stopped in the middle of the page. */
export const TORN = 2;
/** vmcoreinfo as a panic saved it. */
export const VMCOREINFO_SAVED = 3;
/** The elfcorehdr segment as a hotplug event rewrote it. */
export const ELFCOREHDR = 4;
/** What the other kernel of a jump left in a page that it was lent. */
export const PEER = 5;
const FIRST_SYMBOL = 6;
/** The page holds the caller's bytes, and zeros behind them if there is room. */
export function dataOf(symbol) {
    return FIRST_SYMBOL + 2 * symbol;
}
/** The page holds the caller's bytes, and behind them whatever was there before. */
export function dirtyDataOf(symbol) {
    return dataOf(symbol) + 1;
}
/** What a page must hold when its image is complete. */
export function expectedContent(page) {
    return page.chunk === "none" ? ZEROS : dataOf(page.symbol);
}
/** What a page holds after the caller's chunk was copied over `content`. */
export function copiedOver(content, page) {
    if (page.chunk === "none")
        return content;
    if (page.chunk === "full" || content === ZEROS)
        return dataOf(page.symbol);
    return dirtyDataOf(page.symbol);
}
/** Spells a content for a person. */
export function contentName(content) {
    if (content === JUNK)
        return "junk";
    if (content === ZEROS)
        return "zeros";
    if (content === TORN)
        return "torn";
    if (content === VMCOREINFO_SAVED)
        return "vmcoreinfo";
    if (content === ELFCOREHDR)
        return "a new elfcorehdr";
    if (content === PEER)
        return "the peer's data";
    const symbol = (content - FIRST_SYMBOL) >> 1;
    return (content - FIRST_SYMBOL) % 2 === 0 ? `data${symbol}` : `data${symbol}+junk`;
}
//# sourceMappingURL=content.js.map