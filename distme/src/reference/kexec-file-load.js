import { errnos } from "../kernel/errno.js";
import { doKimageAllocInit } from "./alloc-init.js";
import { giveControlPagesBack, takeControlPages } from "./file-frames.js";
import { loadFileSegments } from "./file-segments.js";
import { kimageFree } from "./free.js";
import { kexecLoadPermitted } from "./gates.js";
import { kexecTrylock, kexecUnlock } from "./lock.js";
import { archKexecProtectCrashkres, archKexecUnprotectCrashkres, kimageCrashCopyVmcoreinfo, writeControlCode, } from "./machine.js";
import { sanityCheckSegmentList, segmentLimitsOf } from "./segments.js";
import { xchg } from "./state.js";
import { architectureOutcomes, outcomeOf, perform, } from "./step.js";
/** @source include/uapi/linux/kexec.h */
export const KEXEC_FILE_UNLOAD = 0x1;
export const KEXEC_FILE_ON_CRASH = 0x2;
export const KEXEC_FILE_NO_INITRAMFS = 0x4;
const KEXEC_FILE_FLAGS = KEXEC_FILE_UNLOAD | KEXEC_FILE_ON_CRASH | KEXEC_FILE_NO_INITRAMFS;
/**
 * The system call, from its gates to its return.
 *
 * @returns 0 or a negated error number
 * @source kernel/kexec_file.c:kexec_file_load
 * @omits the files, their signatures and all that user space sees of them; the flags of later
 *   versions, which change nothing that is modelled here
 */
export function* kexecFileLoad(call) {
    const result = yield* permittedAndLocked(call);
    yield* perform(call, { step: "sys_exit", result });
    return result;
}
/** Frees what is left over only when the lock is gone (bug B2), unless that is mended. */
function* permittedAndLocked(call) {
    const { kernel } = call;
    yield* perform(call, { step: "kexec_load_permitted" });
    const refused = checkCaller(call);
    if (refused !== 0)
        return refused;
    if (!(yield* kexecTrylock(call)))
        return -errnos.EBUSY;
    const result = yield* loadOrUnload(call);
    if (isOnCrash(call) && kernel.slots.kexec_crash_image !== null) {
        yield* perform(call, { step: "arch_kexec_protect_crashkres" });
        archKexecProtectCrashkres(kernel);
    }
    const { freesBeforeUnlock } = kernel.config.profile;
    if (freesBeforeUnlock)
        yield* freeLocalImage(call);
    yield* kexecUnlock(call);
    if (!freesBeforeUnlock)
        yield* freeLocalImage(call);
    return result;
}
function isOnCrash({ request }) {
    return (request.flags & KEXEC_FILE_ON_CRASH) !== 0;
}
/** No LSM and no lockdown is asked at this door. */
function checkCaller(call) {
    const { kernel, request } = call;
    const { capSysBoot, flags } = request;
    const limit = isOnCrash(call) ? "panic" : "reboot";
    if (!kexecLoadPermitted(kernel, { capSysBoot, limit }))
        return -errnos.EPERM;
    return (flags & ~KEXEC_FILE_FLAGS) === 0 ? 0 : -errnos.EINVAL;
}
function* freeLocalImage(call) {
    yield* perform(call, { step: "kimage_free", image: call.image?.id ?? null });
    kimageFree(call.kernel, call.image);
    call.image = null;
}
/** What happens between the lock and the label `out`. */
function* loadOrUnload(call) {
    const { kernel, request } = call;
    const slot = isOnCrash(call) ? "kexec_crash_image" : "kexec_image";
    if ((request.flags & KEXEC_FILE_UNLOAD) !== 0) {
        yield* perform(call, { step: "xchg" });
        unprotectIfLoaded(call);
        call.image = xchg(kernel, slot, null);
        return 0;
    }
    if (isOnCrash(call)) {
        yield* perform(call, { step: "kimage_free", image: kernel.slots[slot]?.id ?? null });
        unprotectIfLoaded(call);
        kimageFree(kernel, xchg(kernel, slot, null));
    }
    const ret = yield* kimageFileAllocInit(call);
    if (ret !== 0 || call.image === null)
        return ret;
    return yield* fillAndInstall(call, call.image, slot);
}
function unprotectIfLoaded(call) {
    if (!isOnCrash(call) || call.kernel.slots.kexec_crash_image === null)
        return;
    archKexecUnprotectCrashkres(call.kernel);
}
/**
 * Reads the files and makes an image with its control code page and, unless it is a crash image,
 * its swap page.
 *
 * @returns 0 with the new image in `call.image`, or a negated error number and no image
 * @source kernel/kexec_file.c:kimage_file_alloc_init
 * @omits which error is told when the files are bad and pages are missing as well
 */
function* kimageFileAllocInit(call) {
    const { kernel, request } = call;
    const outcome = yield* outcomeOf(call, { step: "kimage_file_alloc_init" }, [
        "ok",
        "ENOMEM",
        "EINVAL",
    ]);
    const image = doKimageAllocInit(kernel, request.entry);
    image.segment = request.segments;
    if (isOnCrash(call)) {
        image.control_page = kernel.memory.crashk_res.start;
        image.type = "KEXEC_TYPE_CRASH";
        image.hotplug_support = kernel.config.profile.crashHotplug;
    }
    const broken = sanityCheckSegmentList(image, segmentLimitsOf(kernel));
    if (broken !== 0)
        return broken;
    const purposes = isOnCrash(call) ? ["control"] : ["control", "swap"];
    const blocks = takeControlPages(call, image, purposes);
    if (blocks === null)
        return -errnos.ENOMEM;
    if (outcome !== "ok") {
        giveControlPagesBack(call, image, blocks);
        return -errnos[outcome];
    }
    const [control_code_page = null, swap_page = null] = blocks;
    image.control_code_page = control_code_page;
    image.swap_page = swap_page;
    call.image = image;
    return 0;
}
function* fillAndInstall(call, image, slot) {
    const prepared = yield* machineKexecPrepare(call, image);
    if (prepared !== 0)
        return prepared;
    if (isOnCrash(call)) {
        const copied = yield* kimageCrashCopyVmcoreinfo(call, image);
        if (copied !== 0)
            return copied;
    }
    const outcome = yield* outcomeOf(call, { step: "kimage_load_segment" }, ["ok", "ENOMEM"]);
    if (outcome !== "ok")
        return -errnos[outcome];
    const loaded = loadFileSegments(call, image);
    if (loaded !== 0)
        return loaded;
    yield* perform(call, { step: "xchg" });
    call.image = xchg(call.kernel, slot, image);
    return 0;
}
/**
 * Takes the pages for the page tables and writes the control code, in one step: nobody sees which
 * tables there are already.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare
 */
function* machineKexecPrepare(call, image) {
    const { tablePages } = call.kernel.config;
    const outcome = yield* outcomeOf(call, { step: "machine_kexec_prepare" }, architectureOutcomes);
    const tables = Array.from({ length: tablePages }, () => "table");
    const blocks = takeControlPages(call, image, tables);
    if (blocks === null)
        return -errnos.ENOMEM;
    if (outcome === "ok")
        return yield* writeControlCode(call, image);
    giveControlPagesBack(call, image, blocks);
    return -errnos[outcome];
}
//# sourceMappingURL=kexec-file-load.js.map