import { KEXEC_ON_CRASH } from "../../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { isOnCrash, isUnload } from "../../memory/request.js";
import { pagesOf } from "../../memory/segments.js";
import { KEXEC_FILE_ON_CRASH, KEXEC_FILE_UNLOAD, } from "../../reference/kexec-file-load.js";
const PAGE_bytes = Number(PAGE_SIZE_bytes);
/** Bytes of a pattern are 1 .. 163: neither zero nor what unwritten memory holds. */
const VALUES = 163;
/** The bytes of a page of a buffer: another page has other bytes, from the third on. */
export function patternOf({ request, segment, page }, length) {
    const bytes = new Uint8Array(length);
    const stride = 1 + (page % (VALUES - 1));
    for (let i = 0; i < length; i++)
        bytes[i] = 1 + ((i * stride + segment) % VALUES);
    bytes.set([request, segment, page].map((part) => 1 + (part % VALUES)).slice(0, length));
    return bytes;
}
/** The request as the reference kernel takes it, with buffers to copy from. */
export function referenceRequest(asked, place) {
    return {
        capSysBoot: asked.capSysBoot,
        // the hooks return negated error numbers
        lsm: 0 - asked.lsm,
        lockdown: 0 - asked.lockdown,
        entry: asked.entry,
        nr_segments: asked.nr_segments,
        flags: BigInt(asked.flags),
        segments: segmentsOf(asked, place),
        compat: asked.compat ?? false,
    };
}
/** A flag that kexec_file_load never had. */
const UNKNOWN_FILE_FLAG = 0x4000;
/**
 * The same for kexec_file_load, whose flags are others.
 *
 * @param chooseFrames which frames the allocator hands out
 */
export function referenceFileRequest(asked, place, chooseFrames) {
    const unload = isUnload(asked) ? KEXEC_FILE_UNLOAD : 0;
    const onCrash = isOnCrash(asked) ? KEXEC_FILE_ON_CRASH : 0;
    const unknown = (asked.flags & ~KEXEC_ON_CRASH) === 0 ? 0 : UNKNOWN_FILE_FLAG;
    return {
        capSysBoot: asked.capSysBoot,
        flags: unload | onCrash | unknown,
        entry: asked.entry,
        segments: segmentsOf(asked, place),
        ...(chooseFrames && { chooseFrames }),
    };
}
function segmentsOf({ segments }, { request, pages_max }) {
    return segments.map((segment, index) => {
        const most = BigInt(Math.min(pagesOf(segment), pages_max)) * PAGE_SIZE_bytes;
        const length = Number(segment.bufsz < most ? segment.bufsz : most);
        return { ...segment, buf: bufferOf({ request, segment: index }, length) };
    });
}
function bufferOf(place, length) {
    const buf = new Uint8Array(length);
    for (let page = 0; page * PAGE_bytes < length; page++) {
        const left = Math.min(PAGE_bytes, length - page * PAGE_bytes);
        buf.set(patternOf({ ...place, page }, left), page * PAGE_bytes);
    }
    return buf;
}
//# sourceMappingURL=buffers.js.map