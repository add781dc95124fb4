/** A page of the model has as many bytes as a real one; it holds one symbol. */
export const PAGE_SIZE_bytes = 4096n;
/**
 * Half of memory is the most that an image may want. The crash region was reserved before memory was
 * counted, so it is no part of totalram_pages().
 *
 * @source kernel/kexec_core.c:sanity_check_segment_list
 */
export function imagePagesMax(bounds) {
    return Math.floor(bounds.frames / 2);
}
/** The crash region as crashkernel= reserved it. @source kernel/crash_core.c:crashk_res */
export function reservedRegion({ frames, crashFrames }) {
    const start = BigInt(frames) * PAGE_SIZE_bytes;
    return { start, end: start + BigInt(crashFrames) * PAGE_SIZE_bytes - 1n };
}
/** KEXEC_DESTINATION_MEMORY_LIMIT: no segment may reach up to it. */
export function destinationLimit(bounds) {
    return BigInt(bounds.frames + bounds.crashFrames + 8) * PAGE_SIZE_bytes;
}
//# sourceMappingURL=bounds.js.map