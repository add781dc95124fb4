import type { Qmp } from "../qmp.ts";
/** An entry of an image's list. Addresses are physical. */
export type ListEntry = {
    readonly kind: "DESTINATION";
    readonly address: bigint;
}
/** A page, and where the image will have it. */
 | {
    readonly kind: "SOURCE";
    readonly address: bigint;
    readonly destination: bigint;
} | {
    readonly kind: "INDIRECTION";
    readonly address: bigint;
} | {
    readonly kind: "DONE";
};
export interface SeenSegment {
    readonly bufsz: bigint;
    readonly mem: bigint;
    readonly memsz: bigint;
}
/** A `struct kimage` as it lies in memory. */
export interface SeenImage {
    /** Where the image is entered. */
    readonly start: bigint;
    /** Physical address of the first page of its control code. */
    readonly controlCode: bigint;
    readonly segments: readonly SeenSegment[];
    /** Its list, links followed, up to and with the end mark. */
    readonly entries: readonly ListEntry[];
}
/**
 * Reads an image from outside.
 *
 * @param pointer what `kexec_image` or `kexec_crash_image` holds
 * @throws GuestError when there is no image
 * @source include/linux/kexec.h:struct kimage
 */
export declare function readImage(qmp: Qmp, pointer: bigint): Promise<SeenImage>;
/**
 * Appends what the words of one list page say, up to a link, the end mark, or a word that is none
 * of the four: then the list has no end, and whoever compares it sees that.
 *
 * @returns the last entry
 */
export declare function decodeEntries(words: readonly bigint[], entries: ListEntry[]): ListEntry | undefined;
