import { type Request } from "../../memory/request.ts";
import type { ChooseFrames } from "../../reference/file-frames.ts";
import { type KexecFileLoadRequest } from "../../reference/kexec-file-load.ts";
import type { KexecLoadRequest } from "../../reference/state.ts";
/** One page of a caller's buffer. */
export interface BufferPage {
    /** Index of the request in its world, of the segment in the request, of the page in it. */
    readonly request: number;
    readonly segment: number;
    readonly page: number;
}
/** The bytes of a page of a buffer: another page has other bytes, from the third on. */
export declare function patternOf({ request, segment, page }: BufferPage, length: number): Uint8Array;
/** What a request's buffers depend on, beside itself. */
export interface RequestPlace {
    /** Its index in the world: the bytes follow from it. */
    readonly request: number;
    /**
     * The most pages that a segment of an image can have; a longer buffer is cut there, since the
     * kernel must refuse it before it reads it.
     */
    readonly pages_max: number;
}
/** The request as the reference kernel takes it, with buffers to copy from. */
export declare function referenceRequest(asked: Request, place: RequestPlace): KexecLoadRequest;
/**
 * The same for kexec_file_load, whose flags are others.
 *
 * @param chooseFrames which frames the allocator hands out
 */
export declare function referenceFileRequest(asked: Request, place: RequestPlace, chooseFrames?: ChooseFrames): KexecFileLoadRequest;
