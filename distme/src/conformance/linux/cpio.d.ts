/** One entry of an archive. A directory has no content. */
export interface CpioEntry {
    /** Path without a leading slash. Parents come before their children. */
    readonly path: string;
    readonly content: Uint8Array | null;
}
/**
 * An initramfs: an archive in cpio's "newc" format, all entries owned by root.
 *
 * Each entry is a header of 13 eight-digit hexadecimal numbers, the name and the content; name and
 * content are padded to 4 bytes. The kernel unpacks it as it is, uncompressed.
 *
 * @source Documentation/driver-api/early-userspace/buffer-format.rst
 */
export declare function newcArchive(entries: readonly CpioEntry[]): Uint8Array;
