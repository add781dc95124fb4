import { ADDRESS_SPACE_bytes } from "../../kernel/kexec.js";
import { destinationLimit, imagePagesMax, PAGE_SIZE_bytes, } from "../bounds.js";
import { pagesOf } from "../segments.js";
const endOf = ({ mem, memsz }) => (mem + memsz) % ADDRESS_SPACE_bytes;
export const someSegmentWrapsVariants = {
    "empty-segment-wraps": {
        breaks: "an empty segment is refused as one that wraps",
        instead: (segments) => segments.some((segment) => segment.mem >= endOf(segment)),
    },
};
export const someSegmentUnalignedVariants = {
    "end-may-be-unaligned": {
        breaks: "a segment may end in the middle of a page",
        instead: (segments) => segments.some(({ mem }) => mem % PAGE_SIZE_bytes !== 0n),
    },
    "start-may-be-unaligned": {
        breaks: "a segment may begin in the middle of a page",
        instead: (segments) => segments.some((segment) => endOf(segment) % PAGE_SIZE_bytes !== 0n),
    },
};
export const someSegmentBeyondLimitVariants = {
    "segment-up-to-the-limit": {
        breaks: "a segment may reach up to the limit of destinations",
        instead: (segments, bounds) => segments.some((segment) => endOf(segment) > destinationLimit(bounds)),
    },
};
export const someSegmentsOverlapVariants = {
    "neighbours-overlap": {
        breaks: "two segments that touch are refused",
        instead: (segments) => segments.some((a, i) => segments.slice(0, i).some((b) => endOf(a) >= b.mem && a.mem <= endOf(b))),
    },
    "only-neighbours-compared": {
        breaks: "only segments that follow each other are compared",
        instead: (segments) => segments.some((a, i) => segments.slice(Math.max(0, i - 1), i).some((b) => endOf(a) > b.mem && a.mem < endOf(b))),
    },
};
export const someBufferTooLongVariants = {
    "full-buffer-refused": {
        breaks: "a buffer that fills its segment is refused",
        instead: (segments) => segments.some(({ bufsz, memsz }) => bufsz >= memsz),
    },
};
export const someSegmentTooLargeVariants = {
    "largest-segment-refused": {
        breaks: "a segment of half of memory is refused",
        instead: (segments, bounds) => segments.some((segment) => pagesOf(segment) >= imagePagesMax(bounds)),
    },
};
export const allSegmentsTooLargeVariants = {
    "largest-image-refused": {
        breaks: "an image of half of memory is refused",
        instead: (segments, bounds) => segments.reduce((sum, segment) => sum + pagesOf(segment), 0) >= imagePagesMax(bounds),
    },
};
export const someSegmentBelowRegionVariants = {
    "first-page-of-the-region-refused": {
        breaks: "a crash segment may not begin where the region begins",
        instead: (segments, { start }) => segments.some(({ mem }) => mem <= start),
    },
};
export const someSegmentAboveRegionVariants = {
    "last-page-of-the-region-refused": {
        breaks: "a crash segment may not end where the region ends",
        instead: (segments, { end }) => segments.some(({ mem, memsz }) => BigInt.asUintN(64, mem + memsz - 1n) >= end),
    },
    "one-byte-above-the-region": {
        breaks: "a crash segment may end one page behind the region",
        instead: (segments, { end }) => segments.some(({ mem, memsz }) => BigInt.asUintN(64, mem + memsz - 1n) > end + PAGE_SIZE_bytes),
    },
};
//# sourceMappingURL=segments.js.map