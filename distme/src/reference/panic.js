import { controlCodeFrame, VMCOREINFO } from "./machine.js";
import { pageOf } from "./memory.js";
import { perform } from "./step.js";
import { createThread } from "./thread.js";
/**
 * The end of this kernel: the crash image runs, or nothing does any more.
 *
 * @returns null: nobody comes back from here
 * @source kernel/panic.c:panic
 */
function* panic(task, { early, late }) {
    for (let attempt = 0; attempt < early; attempt += 1) {
        if (yield* crashKexec(task))
            return null;
    }
    yield* perform(task, { step: "smp_send_stop" });
    stopOthers(task);
    for (let attempt = 0; attempt < late; attempt += 1) {
        if (yield* crashKexec(task))
            return null;
    }
    task.kernel.machine = "dead";
    return null;
}
/**
 * An oops tries the crash image once more, before the panic does. One CPU that panics again with
 * the lock in its own hands tries in vain, which is no step of its own here.
 */
function attemptsOf({ config }, byOops, holdsLock) {
    if (holdsLock)
        return { early: 0, late: 0 };
    if (config.crash_kexec_post_notifiers)
        return { early: 0, late: 1 };
    return { early: byOops ? 2 : 1, late: 0 };
}
/** @source kernel/panic.c:panic_smp_self_stop, arch/x86/kernel/smp.c:native_stop_other_cpus */
function stopOthers({ kernel, thread }) {
    kernel.alone = thread;
    kernel.machine = "silent";
}
/**
 * Runs the crash image if there is one and nobody holds the lock: it is tried, never waited for.
 *
 * @returns whether this kernel is at its end
 * @source kernel/kexec_core.c:__crash_kexec
 */
function* crashKexec(task) {
    const { kernel } = task;
    yield* perform(task, { step: "__crash_kexec" });
    const held = kernel.kexec_mutex !== null && !kernel.config.bugs.panicWaitsForNobody;
    const image = kernel.slots.kexec_crash_image;
    if (held || image === null)
        return false;
    kernel.kexec_mutex = task.thread;
    yield* perform(task, { step: "crash_save_vmcoreinfo" });
    crashSaveVmcoreinfo(kernel);
    yield* perform(task, { step: "machine_crash_shutdown" });
    stopOthers(task);
    yield* perform(task, { step: "machine_kexec" });
    kernel.machine = runsCrashImage(kernel, image) ? "crashKernel" : "dead";
    return true;
}
/** What a panic adds to it. */
export const CRASHTIME = new TextEncoder().encode("CRASHTIME=0\n");
/**
 * Completes the copy of vmcoreinfo that the dump will be read with, through a mapping of its own:
 * the region may be read-only. Without one, nobody will find vmcoreinfo in the dump's memory.
 *
 * @source kernel/vmcore_info.c:crash_save_vmcoreinfo
 */
function crashSaveVmcoreinfo({ memory, vmcoreinfo_data_safecopy: safecopy }) {
    if (safecopy === null)
        return;
    const room = Math.max(0, memory.page_bytes - VMCOREINFO.length);
    if (room > 0)
        pageOf(memory, safecopy.frame).set(CRASHTIME.subarray(0, room), VMCOREINFO.length);
}
/**
 * Jumps to the code in the control page. A page that somebody has made an ordinary one meanwhile
 * (bug B2) cannot be executed: this CPU faults, and panics again with the lock in its own hands.
 */
function runsCrashImage({ memory, config }, image) {
    const frame = controlCodeFrame(image);
    if (!config.profile.controlPageRox || frame === null || memory.executable.has(frame))
        return true;
    memory.oopses.push({ kind: "jump to a page without code", frame });
    return false;
}
/**
 * Begins a panic. The first CPU that panics goes on with it; any other one stops itself. The first
 * one may panic again, and starts anew with what it holds.
 *
 * @returns the thread of the panic; null when the CPU just stops, or nothing is left to do
 * @throws Error when no CPU is left on which that could happen
 */
export function beginPanic(kernel, { on, byOops, newTask }) {
    const { machine, alone, panic_cpu } = kernel;
    const again = on !== null && on.id === panic_cpu;
    if (machine !== "running" && !(machine === "silent" && again)) {
        throw new Error(`panic: expected a kernel that runs, got ${machine}`);
    }
    const holdsLock = again && kernel.kexec_mutex === panic_cpu;
    on?.oops();
    if (panic_cpu !== null && !again)
        return null;
    if (holdsLock && machine === "silent") {
        kernel.machine = "dead";
        return null;
    }
    const task = newTask();
    kernel.panic_cpu = task.thread;
    if (alone !== null)
        kernel.alone = task.thread;
    return createThread(task, panic(task, attemptsOf(kernel, byOops, holdsLock)));
}
//# sourceMappingURL=panic.js.map