import { errnos } from "../kernel/errno.js";
import { addressOf } from "./memory.js";
import { wrap } from "./state.js";
/**
 * Judges the segment list, one rule at a time over all segments, so that the first broken rule
 * decides and not the first bad segment.
 *
 * Empty segments, destinations that are no RAM and an entry outside the segments are accepted.
 *
 * @returns 0, -EADDRNOTAVAIL or -EINVAL
 * @source kernel/kexec_core.c:sanity_check_segment_list
 */
export function sanityCheckSegmentList(image, limits) {
    const rules = limits.bugs.swappedSegmentRules
        ? [noOverlap, wholePagesBelowTheLimit, bufferFits, halfOfMemory, insideCrashRegion]
        : [wholePagesBelowTheLimit, noOverlap, bufferFits, halfOfMemory, insideCrashRegion];
    for (const rule of rules) {
        const result = rule(image, limits);
        if (result !== 0)
            return result;
    }
    return 0;
}
const wholePagesBelowTheLimit = ({ segment }, { page_bytes, destinationLimit }) => {
    const offset = BigInt(page_bytes) - 1n;
    for (const { mem, memsz } of segment) {
        const end = wrap(mem + memsz);
        if (mem > end)
            return -errnos.EADDRNOTAVAIL;
        if ((mem & offset) !== 0n || (end & offset) !== 0n)
            return -errnos.EADDRNOTAVAIL;
        if (end >= destinationLimit)
            return -errnos.EADDRNOTAVAIL;
    }
    return 0;
};
/** Half-open ranges: an empty segment overlaps only what it lies strictly inside of. */
const noOverlap = ({ segment }, { bugs }) => {
    for (const [i, one] of segment.entries()) {
        for (const other of segment.slice(0, i)) {
            const endOfOne = wrap(one.mem + one.memsz);
            const endOfOther = wrap(other.mem + other.memsz);
            if (endOfOne > other.mem && one.mem < endOfOther) {
                return bugs.wrongErrnoOverlap ? -errnos.EADDRNOTAVAIL : -errnos.EINVAL;
            }
        }
    }
    return 0;
};
const bufferFits = ({ segment }) => segment.some(({ bufsz, memsz }) => bufsz > memsz) ? -errnos.EINVAL : 0;
const halfOfMemory = ({ segment }, { page_bytes, totalram_pages }) => {
    const page = BigInt(page_bytes);
    const most_pages = totalram_pages / 2n;
    let total_pages = 0n;
    for (const { memsz } of segment) {
        const pages = wrap(memsz + page - 1n) / page;
        if (pages > most_pages)
            return -errnos.EINVAL;
        total_pages += pages;
    }
    return total_pages > most_pages ? -errnos.EINVAL : 0;
};
/** An empty segment right after the region's last byte passes, as in the kernel. */
const insideCrashRegion = ({ type, segment }, { crashk_res, bugs }) => {
    if (type !== "KEXEC_TYPE_CRASH")
        return 0;
    for (const { mem, memsz } of segment) {
        const last = wrap(mem + memsz - (bugs.offByOneRegionEnd ? 0n : 1n));
        if (mem < crashk_res.start || last > crashk_res.end)
            return -errnos.EADDRNOTAVAIL;
    }
    return 0;
};
/** The limits of a kernel at this moment. */
export function segmentLimitsOf({ config, memory }) {
    const { crashk_res, totalram_pages } = memory;
    return { ...config, crashk_res, totalram_pages };
}
/**
 * Whether a segment touches a block of pages.
 *
 * From 6.8 on the last bytes are compared. The last byte of an empty segment is the one before its
 * first, and before address 0 comes the last of all: such a segment touches everything (bug B1).
 *
 * @source kernel/kexec_core.c:kimage_is_destination_range
 */
export function kimageIsDestinationRange({ memory, config }, image, block) {
    const start = addressOf(memory, block.frame);
    const end = addressOf(memory, block.frame + 2 ** block.order);
    if (config.profile.destinationTestInclusive) {
        return image.segment.some(({ mem, memsz }) => end - 1n >= mem && start <= wrap(mem + memsz - 1n));
    }
    return image.segment.some(({ mem, memsz }) => end > mem && start < wrap(mem + memsz));
}
//# sourceMappingURL=segments.js.map