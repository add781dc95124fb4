import { errnos } from "../kernel/errno.js";
import { kimageAddPage, kimageSetDestination } from "./add-entry.js";
import { kimageAllocPage } from "./alloc-page.js";
import { frameOf, freePages, pageOf, writePage } from "./memory.js";
import { outcomeOf } from "./step.js";
/**
 * Loads one segment: into pages of its own that are put on the image's list, or, for a crash
 * image, right where it will run.
 *
 * @returns 0, -ENOMEM or -EFAULT
 * @source kernel/kexec_core.c:kimage_load_segment
 */
export function* kimageLoadSegment(call, image, segment) {
    return image.type === "KEXEC_TYPE_CRASH"
        ? yield* kimageLoadCrashSegment(call, segment)
        : yield* kimageLoadNormalSegment(call, image, segment);
}
/**
 * Loses the page that it has just obtained when there is no list page for its entry, as every
 * kernel does (bug B8).
 *
 * @source kernel/kexec_core.c:kimage_load_normal_segment
 */
function* kimageLoadNormalSegment(call, image, segment) {
    const { memory, config } = call.kernel;
    const result = yield* kimageSetDestination(call, image, segment.mem);
    if (result !== 0)
        return result;
    for (const chunk of chunksOf(segment, memory.page_bytes)) {
        const { destination } = chunk;
        const frame = yield* kimageAllocPage(call, image, { purpose: "source", destination });
        if (frame === null)
            return -errnos.ENOMEM;
        call.page = frame;
        const added = yield* kimageAddPage(call, image, { frame, destination });
        call.page = null;
        if (added !== 0 && config.profile.fixB8)
            freePages(memory, { frame, order: 0 });
        if (added !== 0)
            return added;
        const copied = yield* copyFromUser(call, frame, chunk);
        if (copied !== 0)
            return copied;
    }
    return 0;
}
/**
 * Needs no page and no entry; a fault leaves the crash region half written.
 *
 * @source kernel/kexec_core.c:kimage_load_crash_segment
 */
function* kimageLoadCrashSegment(call, segment) {
    const { memory } = call.kernel;
    for (const chunk of chunksOf(segment, memory.page_bytes)) {
        const result = yield* copyFromUser(call, frameOf(memory, chunk.destination), chunk);
        if (result !== 0)
            return result;
    }
    return 0;
}
/** The pages of a segment in order. */
export function* chunksOf({ buf, bufsz, mem, memsz }, page_bytes) {
    const page = BigInt(page_bytes);
    for (let done = 0n; done < memsz; done += page) {
        const left = bufsz > done ? bufsz - done : 0n;
        const copy_bytes = Number(left < page ? left : page);
        const bytes = buf.subarray(Number(done), Number(done) + copy_bytes);
        yield { destination: mem + done, copy_bytes, bytes };
    }
}
/**
 * Fills one page: the caller's bytes, then zeros. A fault half way leaves the first half of the
 * caller's bytes and zeros for the rest, as the kernel's copy_from_user does.
 *
 * The kernel clears the page, or its tail, just before the copy; here that is one step with it.
 *
 * @returns 0 or -EFAULT
 * @throws Error when the copy is decided to succeed and the caller has fewer bytes than `bufsz`
 */
function* copyFromUser(call, frame, chunk) {
    const { destination, copy_bytes, bytes } = chunk;
    const outcome = yield* outcomeOf(call, { step: "copy_from_user", destination, copy_bytes }, copy_bytes === 0 ? ["ok"] : ["ok", "EFAULT"]);
    const fault = outcome === "EFAULT";
    if (!fault && bytes.length < copy_bytes) {
        throw new Error(`copy_from_user: expected ${copy_bytes} bytes in buf, got ${bytes.length}`);
    }
    const page = pageToFill(call, frame);
    page.fill(0, 0, copy_bytes);
    page.set(fault ? bytes.subarray(0, Math.floor(copy_bytes / 2)) : bytes);
    writePage(call.kernel.memory, frame, page);
    return fault && !call.kernel.config.bugs.efaultIgnored ? -errnos.EFAULT : 0;
}
/** The page that the caller's bytes are written over: zeros, in a healthy kernel. */
function pageToFill({ kernel: { memory, config }, image }, frame) {
    const crash = image?.type === "KEXEC_TYPE_CRASH";
    const { missingZeroing, zeroTailMissing } = config.bugs;
    const keepsOld = crash ? zeroTailMissing : missingZeroing;
    return keepsOld ? pageOf(memory, frame).slice() : new Uint8Array(memory.page_bytes);
}
//# sourceMappingURL=load-segment.js.map