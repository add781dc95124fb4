import type { Call, Kimage, UserSegment } from "./state.ts";
import { type Steps } from "./step.ts";
/** One page of a segment: where it will be, and the caller's bytes for it, a page at most. */
export interface Chunk {
    readonly destination: bigint;
    /** How many bytes the caller has for this page. */
    readonly copy_bytes: number;
    /** Those bytes; fewer if the caller's buffer is not as long as it says. */
    readonly bytes: Uint8Array;
}
/**
 * Loads one segment: into pages of its own that are put on the image's list, or, for a crash
 * image, right where it will run.
 *
 * @returns 0, -ENOMEM or -EFAULT
 * @source kernel/kexec_core.c:kimage_load_segment
 */
export declare function kimageLoadSegment(call: Call, image: Kimage, segment: UserSegment): Steps<number>;
/** The pages of a segment in order. */
export declare function chunksOf({ buf, bufsz, mem, memsz }: UserSegment, page_bytes: number): Generator<Chunk>;
