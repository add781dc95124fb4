import { errnos } from "../kernel/errno.js";
import { kimageAllocControlPages, kimageAllocCrashControlPages } from "./control-pages.js";
import { framesOf, inCrashRegion, pageOf } from "./memory.js";
import { architectureOutcomes, outcomeOf, perform } from "./step.js";
/**
 * Takes the control pages for the page tables, then does what the architecture decides.
 *
 * @returns 0, -ENOMEM without a step of its own when a table page is missing, or the
 *   architecture's error
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare
 * @omits the content of the tables and the transition tables, which come from no control page
 */
export function* machineKexecPrepare(task, image) {
    for (let table = 0; table < task.kernel.config.tablePages; table += 1) {
        const block = yield* kimageAllocControlPages(task, image, { purpose: "table", order: 0 });
        if (block === null)
            return -errnos.ENOMEM;
    }
    const outcome = yield* outcomeOf(task, { step: "machine_kexec_prepare" }, architectureOutcomes);
    return outcome === "ok" ? yield* writeControlCode(task, image) : -errnos[outcome];
}
/**
 * Puts the code that will copy and jump into its page, which from 6.14 on is read-only and
 * executable then. A page that is so already cannot be written: the thread faults, and its only
 * step from then on is `oops`.
 *
 * @returns 0
 * @omits the code itself
 */
export function* writeControlCode(task, image) {
    const { memory, config } = task.kernel;
    const frame = controlCodeFrame(image);
    if (!config.profile.controlPageRox || frame === null)
        return 0;
    if (memory.readOnly.has(frame)) {
        memory.oopses.push({ kind: "write to a read-only page", frame });
        while (true)
            yield* perform(task, { step: "oops" });
    }
    memory.readOnly.add(frame);
    memory.executable.add(frame);
    return 0;
}
/**
 * Makes the control code page an ordinary one again: the page at its address, whoever uses it now.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_cleanup
 */
export function machineKexecCleanup({ memory, config }, image) {
    const frame = controlCodeFrame(image);
    if (!config.profile.controlPageRox || frame === null)
        return;
    memory.readOnly.delete(frame);
    memory.executable.delete(frame);
}
/** The frame that holds the code: the last one of the buffer. */
export function controlCodeFrame({ control_code_page: buffer }) {
    return buffer === null ? null : (framesOf(buffer).at(-1) ?? null);
}
/** @source include/linux/kexec.h:machine_kexec_post_load */
export function* machineKexecPostLoad(task) {
    const outcome = yield* outcomeOf(task, { step: "machine_kexec_post_load" }, architectureOutcomes);
    return outcome === "ok" ? 0 : -errnos[outcome];
}
/** What the kernel says about itself to whoever reads its dump. */
export const VMCOREINFO = new TextEncoder().encode("OSRELEASE=reference\n");
/**
 * Gives a crash image a page for vmcoreinfo and makes it the kernel's safe copy at once, before
 * the image is complete. It is written through a mapping of its own.
 *
 * @returns 0, or -ENOMEM when there is no page or no mapping for it
 * @source kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo
 */
export function* kimageCrashCopyVmcoreinfo(task, image) {
    const { kernel } = task;
    const crash = image.type === "KEXEC_TYPE_CRASH";
    const outcome = yield* outcomeOf(task, { step: "kimage_crash_copy_vmcoreinfo" }, crash ? ["ok", "vmap"] : ["ok"]);
    if (!crash)
        return 0;
    const request = { purpose: "vmcoreinfo", order: 0 };
    const block = kimageAllocCrashControlPages(kernel, image, request);
    if (block === null || outcome === "vmap")
        return -errnos.ENOMEM;
    const { frame } = block;
    image.vmcoreinfo_data_copy = frame;
    pageOf(kernel.memory, frame).set(VMCOREINFO.subarray(0, kernel.memory.page_bytes));
    kernel.vmcoreinfo_data_safecopy = { frame, image: image.id };
    return 0;
}
/**
 * Makes the crash region read-only but for the page of the installed image's control code.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_protect_crashkres
 */
export function archKexecProtectCrashkres(kernel) {
    if (kernel.config.bugs.missingProtect)
        return;
    for (const frame of framesToProtect(kernel))
        kernel.memory.readOnly.add(frame);
}
/** @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_unprotect_crashkres */
export function archKexecUnprotectCrashkres(kernel) {
    if (kernel.config.bugs.unprotectMissing)
        return;
    for (const frame of framesToProtect(kernel))
        kernel.memory.readOnly.delete(frame);
}
function* framesToProtect({ memory, slots }) {
    const image = slots.kexec_crash_image;
    const controlCode = image === null ? null : controlCodeFrame(image);
    for (let frame = memory.crash.first; inCrashRegion(memory, frame); frame += 1) {
        if (frame !== controlCode)
            yield frame;
    }
}
//# sourceMappingURL=machine.js.map