import { gzipSync } from "node:zlib";
import { assert } from "../../base/assert.js";
/** A page that has no place for parts. */
export class PageError extends Error {
    name = "PageError";
}
/** Where the parts of a page go: the page has this comment once. */
const PLACE = "<!-- parts -->";
/**
 * The parts of a page as elements: each is gzipped and in base64, so that nothing in them is markup.
 * The same parts give the same text.
 *
 * @param modules compiled modules as classic scripts, by the names of their parts
 */
export function packParts(parts, modules) {
    const { suites, ...others } = parts;
    const named = [
        ...Object.entries(others).map(([name, value]) => [name, JSON.stringify(value)]),
        ...suites.map((suite) => [`suite:${suite.kernel}`, JSON.stringify(suite)]),
        ...modules,
    ];
    const names = new Set(named.map(([name]) => name));
    assert(names.size === named.length, "two parts of a page have one name");
    return named.map(([name, text]) => element(name, text)).join("\n");
}
/** @throws PageError when the page has no place for them, or several */
export function insertParts(html, elements) {
    const [before, after, ...more] = html.split(PLACE);
    if (before === undefined || after === undefined || more.length > 0) {
        const found = html.split(PLACE).length - 1;
        throw new PageError(`expected a page with ${PLACE} once, got it ${found} times`);
    }
    return `${before}${elements}${after}`;
}
/** What a name may hold: it stands in an attribute. */
const part_name = /^[\w:.-]+$/;
function element(name, text) {
    assert(part_name.test(name), `a part of a page cannot be called ${name}`);
    const packed = gzipSync(text, { level: 9 });
    packed[systemByte] = UNKNOWN_SYSTEM;
    return `<script type="text/plain" id="part:${name}">${packed.toString("base64")}</script>`;
}
/** In the header of gzip: the operating system. The time is 0, which says that there is none. */
const systemByte = 9;
const UNKNOWN_SYSTEM = 255;
//# sourceMappingURL=pack.js.map