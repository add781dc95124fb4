import { ADDRESS_SPACE_bytes } from "../kernel/kexec.js";
import { destinationLimit, imagePagesMax, PAGE_SIZE_bytes, reservedRegion, } from "./bounds.js";
/** The address behind a segment, as the kernel computes it: modulo 2^64. */
function endOf({ mem, memsz }) {
    return (mem + memsz) % ADDRESS_SPACE_bytes;
}
export function someSegmentWraps(segments) {
    return segments.some((segment) => segment.mem > endOf(segment));
}
export function someSegmentUnaligned(segments) {
    return segments.some((segment) => segment.mem % PAGE_SIZE_bytes !== 0n || endOf(segment) % PAGE_SIZE_bytes !== 0n);
}
export function someSegmentBeyondLimit(segments, bounds) {
    return segments.some((segment) => endOf(segment) >= destinationLimit(bounds));
}
/** Two segments overlap unless one ends before or where the other begins. */
export function someSegmentsOverlap(segments) {
    return segments.some((a, i) => segments.slice(0, i).some((b) => endOf(a) > b.mem && a.mem < endOf(b)));
}
export function someBufferTooLong(segments) {
    return segments.some(({ bufsz, memsz }) => bufsz > memsz);
}
export function someSegmentTooLarge(segments, bounds) {
    return segments.some((segment) => pagesOf(segment) > imagePagesMax(bounds));
}
export function allSegmentsTooLarge(segments, bounds) {
    const pages = segments.reduce((sum, segment) => sum + pagesOf(segment), 0);
    return pages > imagePagesMax(bounds);
}
export function someSegmentBelowRegion(segments, { start }) {
    return segments.some(({ mem }) => mem < start);
}
/** The last byte decides, modulo 2^64: an empty segment may sit right behind the region. */
export function someSegmentAboveRegion(segments, { end }) {
    return segments.some(({ mem, memsz }) => BigInt.asUintN(64, mem + memsz - 1n) > end);
}
/** Whether no rule refuses a list while the crash region has the size that it had at boot. */
export function passesRules(segments, onCrash, bounds) {
    const region = reservedRegion(bounds);
    return !(someSegmentWraps(segments) ||
        someSegmentUnaligned(segments) ||
        someSegmentBeyondLimit(segments, bounds) ||
        someSegmentsOverlap(segments) ||
        someBufferTooLong(segments) ||
        someSegmentTooLarge(segments, bounds) ||
        allSegmentsTooLarge(segments, bounds) ||
        (onCrash &&
            (someSegmentBelowRegion(segments, region) || someSegmentAboveRegion(segments, region))));
}
/** Pages of a segment, a begun one counted whole. */
export function pagesOf({ memsz }) {
    return Number((memsz + PAGE_SIZE_bytes - 1n) / PAGE_SIZE_bytes);
}
/** The frame where page `page` of a segment must be when the image runs. */
export function destinationOf(segment, page) {
    return Number(segment.mem / PAGE_SIZE_bytes) + page;
}
/** Bytes of the caller's buffer that belong on page `page` of a segment: 0 .. PAGE_SIZE. */
export function chunkOf({ bufsz }, page) {
    const left = bufsz - BigInt(page) * PAGE_SIZE_bytes;
    if (left <= 0n)
        return 0n;
    return left < PAGE_SIZE_bytes ? left : PAGE_SIZE_bytes;
}
//# sourceMappingURL=segments.js.map