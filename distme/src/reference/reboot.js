import { errnos } from "../kernel/errno.js";
import { jump } from "./jump.js";
import { kexecTrylock } from "./lock.js";
import { movePage, movesOf } from "./relocation.js";
import { perform, waitFor } from "./step.js";
/**
 * The system call, from its gates to its return, if it does return.
 *
 * @returns 0 after a jump there and back, a negated error number, or null when the image runs
 * @source kernel/reboot.c:reboot
 */
export function* reboot(call) {
    yield* perform(call, { step: "reboot" });
    const refused = checkCaller(call);
    const result = refused === 0 ? yield* underTransitionMutex(call) : refused;
    if (result === null)
        return null;
    yield* perform(call, { step: "sys_exit", result });
    return result;
}
function checkCaller({ request, kernel }) {
    if (!request.capSysBoot)
        return -errnos.EPERM;
    if (!request.magic && !kernel.config.bugs.rebootIgnoresMagic)
        return -errnos.EINVAL;
    return request.childPidNamespace ? -errnos.EINVAL : 0;
}
/** Only one thread at a time reboots, suspends or hibernates; the others wait. */
function* underTransitionMutex(call) {
    const { kernel } = call;
    yield* waitFor(call, { step: "mutex_lock" }, "system_transition_mutex");
    kernel.system_transition_mutex = call.thread;
    const result = yield* kernelKexec(call);
    if (result === null)
        return null;
    yield* perform(call, { step: "mutex_unlock" });
    kernel.system_transition_mutex = null;
    return result;
}
/**
 * Runs the image that is loaded. The lock is held up to the end of this kernel, or until the other
 * one has jumped back.
 *
 * @source kernel/kexec_core.c:kernel_kexec
 * @omits liveupdate_reboot, which 7.x calls first and which may fail
 */
function* kernelKexec(call) {
    const { kernel } = call;
    const { profile, bugs } = kernel.config;
    if (!(yield* kexecTrylock(call)))
        return -errnos.EBUSY;
    yield* perform(call, { step: "kernel_kexec" });
    const image = kernel.slots.kexec_image;
    let result = -errnos.EINVAL;
    if (image !== null) {
        const returns = profile.kexecJump && image.preserve_context;
        result = returns ? yield* jump(call, image) : yield* restart(call, image);
    }
    if (result === null)
        return null;
    yield* perform(call, { step: "kexec_unlock" });
    const keepsLock = bugs.lockKeptOnFailedJump && result === -errnos.EBUSY;
    if (!keepsLock)
        kernel.kexec_mutex = null;
    return result;
}
/**
 * Shuts the devices down and stops the other CPUs, moves every page to its place and jumps.
 *
 * A list that does not end is followed until nobody knows what the CPU does: the machine is dead.
 *
 * @returns null: there is no way back
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec
 */
function* restart(call, image) {
    const { kernel } = call;
    yield* perform(call, { step: "kernel_restart_prepare" });
    yield* perform(call, { step: "machine_shutdown" });
    kernel.alone = call.thread;
    kernel.machine = "relocating";
    const moves = movesOf(kernel.memory, image);
    let next = moves.next();
    for (; !next.done; next = moves.next()) {
        yield* perform(call, { step: "relocate_kernel", ...next.value });
        movePage(kernel, image, next.value);
    }
    kernel.machine = next.value ? "newKernel" : "dead";
    return null;
}
//# sourceMappingURL=reboot.js.map