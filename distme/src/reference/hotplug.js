import { archKexecProtectCrashkres, archKexecUnprotectCrashkres } from "./machine.js";
import { frameOf, writePage } from "./memory.js";
import { perform } from "./step.js";
/**
 * Tells the crash image what the machine looks like now. An event that finds the lock taken is
 * dropped; without a crash image that wants to know it does nothing.
 *
 * @returns 0
 * @source kernel/crash_core.c:crash_handle_hotplug_event
 * @omits the search for the elfcorehdr among the segments: it is the last page of the last one
 */
export function* crashHandleHotplugEvent(work) {
    const { kernel } = work;
    yield* perform(work, { step: "crash_handle_hotplug_event" });
    const image = kernel.slots.kexec_crash_image;
    if (kernel.kexec_mutex !== null || image === null || !image.hotplug_support)
        return 0;
    kernel.kexec_mutex = work.thread;
    if (!kernel.config.bugs.unprotectForgottenByHotplug)
        archKexecUnprotectCrashkres(kernel);
    yield* perform(work, { step: "arch_crash_handle_hotplug_event" });
    const frame = elfcorehdrFrame(work, image);
    if (frame !== null)
        writePage(kernel.memory, frame, work.elfcorehdr);
    yield* perform(work, { step: "hotplug_unlock" });
    archKexecProtectCrashkres(kernel);
    kernel.kexec_mutex = null;
    return 0;
}
function elfcorehdrFrame({ kernel: { memory } }, { segment }) {
    const last = segment.findLast(({ memsz }) => memsz > 0n);
    return last === undefined ? null : frameOf(memory, last.mem + last.memsz - 1n);
}
//# sourceMappingURL=hotplug.js.map