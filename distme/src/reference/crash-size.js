import { errnos } from "../kernel/errno.js";
import { kexecTrylock, kexecUnlock } from "./lock.js";
import { frameOf, setCrashRegion, setPurpose } from "./memory.js";
import { wrap } from "./state.js";
import { outcomeOf, perform, waitFor } from "./step.js";
/**
 * A read of /sys/kernel/kexec_crash_size.
 *
 * @returns 0 or -EBUSY; its step sys_exit says the size
 * @source kernel/ksysfs.c:kexec_crash_size_show
 */
export function* crashSizeShow(task) {
    yield* perform(task, { step: "crash_size_show" });
    if (!(yield* takeLock(task)))
        return yield* exit(task, -errnos.EBUSY);
    yield* perform(task, { step: "crash_get_memory_size" });
    const size = sizeOfRegion(task.kernel);
    yield* kexecUnlock(task);
    yield* perform(task, { step: "sys_exit", result: 0, size });
    return 0;
}
/**
 * A write to /sys/kernel/kexec_crash_size: the region can only become smaller.
 *
 * @returns 0 or a negated error number
 * @source kernel/ksysfs.c:kexec_crash_size_store
 */
export function* crashSizeStore(task) {
    yield* perform(task, { step: "crash_size_store" });
    if (task.size === "junk")
        return yield* exit(task, -errnos.EINVAL);
    if (!(yield* takeLock(task)))
        return yield* exit(task, -errnos.EBUSY);
    const outcome = yield* outcomeOf(task, { step: "crash_shrink_memory" }, ["ok", "ENOMEM"]);
    const result = crashShrinkMemory(task.kernel, task.size, outcome === "ENOMEM");
    yield* kexecUnlock(task);
    return yield* exit(task, result);
}
function* exit(task, result) {
    yield* perform(task, { step: "sys_exit", result });
    return result;
}
/** Before 6.0 a reader or writer of the size waits for the lock; from then on it tries it. */
function* takeLock(task) {
    if (task.kernel.config.profile.crashSizeTrylock)
        return yield* kexecTrylock(task);
    yield* waitFor(task, { step: "kexec_trylock" }, "kexec_mutex");
    task.kernel.kexec_mutex = task.thread;
    return true;
}
/** @source kernel/crash_core.c:crash_get_memory_size */
function sizeOfRegion({ memory: { crashk_res } }) {
    const { start, end } = crashk_res;
    return end === 0n ? 0n : wrap(end - start + 1n);
}
/**
 * Gives the end of the region to the page allocator.
 *
 * Once the new size was compared as it is and rounded up later, so that one just below the region's
 * freed an empty tail. Since 6.5, 6.1.39 and 5.10.188 it is rounded first, and 2^64 - 1 becomes 0
 * (bug N1).
 *
 * @param size_bytes the new size
 * @param noMemory there is none for the tail's entry in the list of resources
 * @source kernel/crash_core.c:crash_shrink_memory
 */
function crashShrinkMemory(kernel, size_bytes, noMemory) {
    const { memory, slots, config } = kernel;
    const { shrinkRoundsFirst, shrinkRoundingWraps, releasedRegionCleared } = config.profile;
    if (slots.kexec_crash_image !== null && !config.bugs.crashImageShrunkAway)
        return -errnos.ENOENT;
    const old_size = sizeOfRegion(kernel);
    const rounded = roundedUp(size_bytes, memory.page_bytes);
    const wrapped = rounded < size_bytes && !shrinkRoundingWraps;
    const new_size = shrinkRoundsFirst && !wrapped ? rounded : size_bytes;
    if (new_size === old_size)
        return 0;
    if (new_size > old_size)
        return -errnos.EINVAL;
    if (noMemory)
        return -errnos.ENOMEM;
    const { start, end } = memory.crashk_res;
    const tail = wrap(start + rounded);
    const released = releasedRegionCleared && rounded === 0n;
    setCrashRegion(memory, released ? { start: 0n, end: 0n } : { start, end: wrap(tail - 1n) });
    releaseTail(kernel, { start: tail, end });
    return 0;
}
/** Its pages are free from now on, with the attributes that they have. */
function releaseTail({ memory, config }, { start, end }) {
    const first = frameOf(memory, start);
    const pages = frameOf(memory, end + 1n) - first;
    memory.totalram_pages += BigInt(pages);
    if (!config.bugs.shrinkKeepsTail)
        return;
    for (let frame = first; frame < first + pages; frame += 1) {
        setPurpose(memory, { frame, order: 0 }, "unusable");
    }
}
function roundedUp(size_bytes, page_bytes) {
    const page = BigInt(page_bytes);
    const last = wrap(size_bytes + page - 1n);
    return last - (last % page);
}
//# sourceMappingURL=crash-size.js.map