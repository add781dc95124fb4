import { messageOf } from "../../base/message.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { contentName, ZEROS } from "../../memory/content.js";
import { relocated } from "../../memory/entries.js";
import { contentOf } from "../../memory/frames.js";
import { get, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, } from "../../memory/layout.js";
import { chunkOf } from "../../memory/segments.js";
import { patternOf } from "./buffers.js";
import { symbolsOf, wrongByte } from "./contents.js";
import { SCALE, scaledRequest } from "./scaled.js";
/** In what the two slots differ, and what is in their images' destinations after a jump. */
export function imageDifferences(layout, mem, kernel) {
    return [
        ...slotDifferences("kexec_image", normalContents(layout, mem), layout, kernel),
        ...slotDifferences("kexec_crash_image", crashContents(layout, mem), layout, kernel),
    ];
}
function normalContents(layout, mem) {
    const image = get(mem, KEXEC_IMAGE);
    return image === 0 ? null : relocated(layout, mem, image);
}
/** A crash image is not moved. */
function crashContents(layout, mem) {
    const image = get(mem, KEXEC_CRASH_IMAGE);
    if (image === 0)
        return null;
    const { destinations } = imagePlan(layout, mem, image);
    return new Map([...destinations].map((pfn) => [pfn, contentOf(layout, mem, pfn)]));
}
function slotDifferences(slot, contents, layout, kernel) {
    const pages = afterTheJump(kernel, slot);
    if (typeof pages === "string")
        return [{ what: slot, model: "an image that runs", system: pages }];
    if (contents === null || pages === null) {
        const say = (side) => (side === null ? "empty" : "loaded");
        const same = contents === null && pages === null;
        return same ? [] : [{ what: slot, model: say(contents), system: say(pages) }];
    }
    const wanted = contents.size * SCALE;
    if (pages.size !== wanted) {
        const what = `destination pages of ${slot}`;
        return [{ what, model: String(wanted), system: String(pages.size) }];
    }
    const symbols = symbolsOf(layout);
    for (const [pfn, content] of contents) {
        const symbol = symbols.get(content) ?? null;
        const known = symbol !== null || content === ZEROS;
        const wrong = known ? wrongPage({ layout, pfn, symbol, pages }) : "?";
        if (wrong === null)
            continue;
        return [
            { what: `frame ${pfn} after a jump to ${slot}`, model: contentName(content), system: wrong },
        ];
    }
    return [];
}
/** What is wrong in the real pages that a page of the model stands for; null when nothing is. */
function wrongPage({ layout, pfn, symbol, pages }) {
    for (let page = 0; page < SCALE; page++) {
        const address = BigInt(pfn * SCALE + page) * PAGE_SIZE_bytes;
        const expected = expectedPage(layout, symbol, page);
        const wrong = wrongByte(expected, pages.get(address) ?? new Uint8Array(0));
        if (wrong !== null)
            return `0x${address.toString(16)}: ${wrong}`;
    }
    return null;
}
/** What the destinations hold, or why the kernel cannot jump. */
function afterTheJump(kernel, slot) {
    try {
        return kernel.relocate(slot);
    }
    catch (error) {
        return messageOf(error);
    }
}
/** A real page of those that stand for one page of the model. */
function expectedPage(layout, symbol, page) {
    const bytes = new Uint8Array(Number(PAGE_SIZE_bytes));
    if (symbol === null)
        return bytes;
    const { request, segment } = symbol;
    const asked = layout.bounds.requests[request];
    const described = asked && scaledRequest(asked).segments[segment];
    if (described === undefined)
        throw new Error(`there is no segment ${segment}`);
    const own = symbol.page * SCALE + page;
    const length = Number(chunkOf(described, own));
    bytes.set(patternOf({ request, segment, page: own }, length));
    return bytes;
}
//# sourceMappingURL=final-bytes.js.map