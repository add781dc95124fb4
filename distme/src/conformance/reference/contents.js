import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { dataOf, dirtyDataOf, ELFCOREHDR, JUNK, PEER, TORN, VMCOREINFO_SAVED, ZEROS, } from "../../memory/content.js";
import { chunkOf } from "../../memory/segments.js";
import { VMCOREINFO } from "../../reference/machine.js";
import { CRASHTIME } from "../../reference/panic.js";
import { patternOf } from "./buffers.js";
/** The page of a caller's buffer that each content of the model stands for. */
export function symbolsOf(layout) {
    const symbols = new Map();
    layout.plans.forEach((plan, request) => {
        plan.request.segments.forEach((described, segment) => {
            plan.segments[segment]?.pages.forEach(({ chunk, symbol }, page) => {
                if (chunk === "none")
                    return;
                const place = { request, segment, page, length: Number(chunkOf(described, page)) };
                symbols.set(dataOf(symbol), place);
                symbols.set(dirtyDataOf(symbol), place);
            });
        });
    });
    return symbols;
}
const PAGE_bytes = Number(PAGE_SIZE_bytes);
/** What a hotplug event writes: no byte of it is in a caller's buffer. */
export const elfcorehdrPage = new Uint8Array(PAGE_bytes).fill(0xe1);
/** What the other kernel of a jump writes to a page that it was lent. */
export const peerPage = new Uint8Array(PAGE_bytes).fill(0xd2);
/** What a panic leaves of vmcoreinfo, up to where the page was never written. */
const savedVmcoreinfo = new Uint8Array([...VMCOREINFO, ...CRASHTIME]);
/**
 * What a page must hold, for each content that the model can give it: a whole page, or its
 * beginning where the model does not say the rest.
 *
 * @returns a function that gives null where the model does not say anything
 */
export function bytesOfContents(layout) {
    const symbols = symbolsOf(layout);
    const known = new Map([
        [JUNK, null],
        [TORN, null],
        [ZEROS, new Uint8Array(PAGE_bytes)],
        [VMCOREINFO_SAVED, savedVmcoreinfo],
        [ELFCOREHDR, elfcorehdrPage],
        [PEER, peerPage],
    ]);
    return (content) => {
        const bytes = known.get(content);
        if (bytes !== undefined)
            return bytes;
        const place = symbols.get(content);
        if (place === undefined)
            throw new Error(`expected the content of a page, got ${content}`);
        const data = patternOf(place, place.length);
        const clean = (content - dataOf(0)) % 2 === 0;
        const made = clean ? zeroFilled(data) : data;
        known.set(content, made);
        return made;
    };
}
function zeroFilled(data) {
    const page = new Uint8Array(PAGE_bytes);
    page.set(data);
    return page;
}
/** Says where a page is not what it must be; null when it is. */
export function wrongByte(expected, actual) {
    if (Buffer.compare(expected, actual.subarray(0, expected.length)) === 0)
        return null;
    const at = expected.findIndex((byte, i) => actual[i] !== byte);
    return `byte ${at} is ${hex(actual[at])}, not ${hex(expected[at])}`;
}
function hex(byte) {
    return byte === undefined ? "missing" : `0x${byte.toString(16).padStart(2, "0")}`;
}
//# sourceMappingURL=contents.js.map