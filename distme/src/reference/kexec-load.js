import { errnos } from "../kernel/errno.js";
import { COMPAT_SEGMENT_bytes, KEXEC_CRASH_HOTPLUG_SUPPORT, KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT, KEXEC_UPDATE_ELFCOREHDR, } from "../kernel/kexec.js";
import { copyUserSegmentList, kimageAllocInit } from "./alloc-init.js";
import { kimageTerminate } from "./entry-list.js";
import { kimageFree } from "./free.js";
import { kexecLoadCheck } from "./gates.js";
import { kimageLoadSegment } from "./load-segment.js";
import { archKexecProtectCrashkres, archKexecUnprotectCrashkres, kimageCrashCopyVmcoreinfo, machineKexecPostLoad, machineKexecPrepare, } from "./machine.js";
import { xchg } from "./state.js";
import { perform } from "./step.js";
/**
 * The system call, from its gates to its return.
 *
 * @returns 0 or a negated error number; a 32-bit call may return a positive number (bug B4)
 * @source kernel/kexec.c:kexec_load
 */
export function* kexecLoad(call) {
    const result = yield* checkedAndLocked(call);
    yield* perform(call, { step: "sys_exit", result });
    return result;
}
function* checkedAndLocked(call) {
    const { kernel } = call;
    yield* perform(call, { step: "kexec_load_check" });
    const refused = kexecLoadCheck(call);
    if (refused !== 0)
        return refused;
    const early = yield* copyListBeforeLock(call);
    if (typeof early === "number")
        return early;
    // the 32-bit entry of older kernels only translates the list: it is read again under the lock
    const copied = kernel.config.profile.listCopied === "before-lock" ? early : null;
    yield* perform(call, { step: "kexec_trylock" });
    if (kernel.kexec_mutex !== null)
        return kernel.config.bugs.lostEbusy ? 0 : -errnos.EBUSY;
    kernel.kexec_mutex = call.thread;
    const result = yield* doKexecLoad(call, copied);
    yield* perform(call, { step: "kexec_unlock" });
    const keepsLock = kernel.config.bugs.lockKeptOnEfault && result === -errnos.EFAULT;
    if (!keepsLock)
        kernel.kexec_mutex = null;
    return result;
}
/**
 * Copies the list as 5.15 and later do, and the 32-bit entry always; an empty list is not read and
 * cannot fail.
 *
 * @returns the list, null when it is not copied yet, or what the call returns: a negated error
 *   number, or (bug B4) how much of a 32-bit segment was left
 */
function* copyListBeforeLock(call) {
    const { compat, nr_segments } = call.request;
    const { listCopied, leftoverCount } = call.kernel.config.profile;
    if (listCopied === "under-lock" && !compat)
        return null;
    const copied = yield* copyUserSegmentList(call, nr_segments === 0 ? ["ok"] : ["ok", "EFAULT", "ENOMEM"]);
    const leftover = compat && leftoverCount && copied === -errnos.EFAULT;
    return leftover ? COMPAT_SEGMENT_bytes : copied;
}
/**
 * Unloads an image, or loads one and installs it in place of the old one. The lock is held.
 *
 * A crash image is gone before its successor is made; a normal one stays until its successor
 * takes its place.
 *
 * @source kernel/kexec.c:do_kexec_load
 */
function* doKexecLoad(call, copied) {
    const { kernel, flags, request } = call;
    const { bugs } = kernel.config;
    const onCrash = (flags & KEXEC_ON_CRASH) !== 0;
    const slot = onCrash ? "kexec_crash_image" : "kexec_image";
    yield* perform(call, { step: "do_kexec_load" });
    if (onCrash && kernel.slots[slot] !== null)
        archKexecUnprotectCrashkres(kernel);
    if (request.nr_segments === 0) {
        yield* freeInstalled(call, slot, bugs.unloadKeepsImage);
        return 0;
    }
    if (onCrash || bugs.oldImageFreedTooEarly) {
        yield* freeInstalled(call, slot, bugs.oldCrashImageKept);
    }
    const ret = yield* kimageAllocInit(call, copied);
    if (ret !== 0 || call.image === null)
        return ret;
    return yield* loadAndInstall(call, call.image, slot);
}
/** Empties a slot and frees what was in it, if anything was. */
function* freeInstalled(call, slot, keepIt) {
    const { kernel } = call;
    yield* perform(call, { step: "kimage_free", image: kernel.slots[slot]?.id ?? null });
    if (!keepIt)
        kimageFree(kernel, xchg(kernel, slot, null));
}
/** The rest of do_kexec_load, down to its label `out`, which a failure reaches early. */
function* loadAndInstall(call, image, slot) {
    const { kernel, flags } = call;
    const ret = yield* fillImage(call, image);
    if (ret === 0) {
        yield* perform(call, { step: "xchg" });
        call.image = xchg(kernel, slot, image);
    }
    if ((flags & KEXEC_ON_CRASH) !== 0 && kernel.slots.kexec_crash_image !== null) {
        yield* perform(call, { step: "arch_kexec_protect_crashkres" });
        archKexecProtectCrashkres(kernel);
    }
    yield* perform(call, { step: "kimage_free", image: call.image?.id ?? null });
    if (!kernel.config.bugs.skippedFree)
        kimageFree(kernel, call.image);
    call.image = null;
    return ret;
}
/** Makes an image ready to run: the architecture's part, vmcoreinfo, the segments, the list. */
function* fillImage(call, image) {
    const { memory, config } = call.kernel;
    const { preserveContextAlways, missingTerminate } = config.bugs;
    if ((call.flags & KEXEC_PRESERVE_CONTEXT) !== 0 || preserveContextAlways) {
        image.preserve_context = true;
    }
    image.hotplug_support = archCrashHotplugSupport(call);
    const prepared = yield* machineKexecPrepare(call, image);
    if (prepared !== 0)
        return prepared;
    const copied = yield* kimageCrashCopyVmcoreinfo(call, image);
    if (copied !== 0)
        return copied;
    for (const segment of image.segment) {
        const loaded = yield* kimageLoadSegment(call, image, segment);
        if (loaded !== 0)
            return loaded;
    }
    yield* perform(call, { step: "kimage_terminate" });
    if (!missingTerminate)
        kimageTerminate(memory, image);
    return yield* machineKexecPostLoad(call);
}
/** @source arch/x86/kernel/crash.c:arch_crash_hotplug_support */
function archCrashHotplugSupport({ kernel, flags }) {
    const asked = flags & (KEXEC_UPDATE_ELFCOREHDR | KEXEC_CRASH_HOTPLUG_SUPPORT);
    const onCrash = (flags & KEXEC_ON_CRASH) !== 0;
    return kernel.config.profile.crashHotplug && onCrash && asked !== 0;
}
//# sourceMappingURL=kexec-load.js.map