import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { DIRECT_MAP } from "./kernel-memory.js";
/** `ffff88800b000000-ffff88800b005000 0000000000005000 -r-`: the rights are user, read, write. */
const line = /^([0-9a-f]{16})-([0-9a-f]{16}) [0-9a-f]{16} [u-]r([w-])$/;
/**
 * The rights of a physical range, by what QEMU's `info mem` says. Neighbours with the same rights
 * are one range; what is not mapped is left out.
 */
export function rightsIn(infoMem, { start, end }) {
    const rights = [];
    for (const text of infoMem.split("\n")) {
        const [, from, to, write] = line.exec(text.trim()) ?? [];
        if (from === undefined || to === undefined)
            continue;
        const range = {
            start: largest(BigInt(`0x${from}`) - DIRECT_MAP, start),
            end: least(BigInt(`0x${to}`) - DIRECT_MAP, end),
            writable: write === "w",
        };
        if (range.start < range.end)
            rights.push(range);
    }
    return rights;
}
/** Rights as a person reads them: those of most pages, then the exceptions. */
export function rightsText(rights, region) {
    if (region.start >= region.end)
        return "no region";
    const length = ({ start, end }) => end - start;
    const sum = (ranges) => ranges.reduce((total, range) => total + length(range), 0n);
    const writable = sum(rights.filter((range) => range.writable));
    const unmapped = length(region) - sum(rights);
    const mostly = writable * 2n > length(region);
    const exceptions = rights.filter((range) => range.writable !== mostly).map(rangeText);
    const [most, other] = mostly ? ["writable", "read-only"] : ["read-only", "writable"];
    return [
        most,
        ...(exceptions.length === 0 ? [] : [`${other}: ${exceptions.join(", ")}`]),
        ...(unmapped === 0n ? [] : [`not mapped: ${pagesText(unmapped)}`]),
    ].join("; ");
}
function rangeText({ start, end }) {
    return `${pagesText(end - start)} at 0x${start.toString(16)}`;
}
function pagesText(length_bytes) {
    const pages = length_bytes / PAGE_SIZE_bytes;
    return `${pages} page${pages === 1n ? "" : "s"}`;
}
function largest(a, b) {
    return a > b ? a : b;
}
function least(a, b) {
    return a < b ? a : b;
}
//# sourceMappingURL=rights.js.map