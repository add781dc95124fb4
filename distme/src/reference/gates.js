import { errnos } from "../kernel/errno.js";
import { KEXEC_ARCH, KEXEC_ARCH_DEFAULT, KEXEC_ARCH_MASK, KEXEC_CRASH_HOTPLUG_SUPPORT, KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT, KEXEC_SEGMENT_MAX, KEXEC_UPDATE_ELFCOREHDR, } from "../kernel/kexec.js";
/**
 * Every gate of kexec_load in order, with the entry's own check of the architecture at the end.
 *
 * A positive value of the load-data hook lets the call pass; any value but 0 of the lockdown hook
 * is returned as it is.
 *
 * @source kernel/kexec.c:kexec_load_check
 */
export function kexecLoadCheck({ kernel, request, flags }) {
    const { bugs, profile } = kernel.config;
    const onCrash = (flags & KEXEC_ON_CRASH) !== 0;
    const mayLoad = () => kexecLoadPermitted(kernel, {
        capSysBoot: request.capSysBoot,
        limit: onCrash ? "panic" : "reboot",
    })
        ? 0
        : -errnos.EPERM;
    const lsm = () => Math.min(request.lsm, 0);
    const lockdown = () => request.lockdown;
    const knownFlags = () => (flags & ~KEXEC_ARCH_MASK & ~flagsOf(profile)) === 0 ? 0 : -errnos.EINVAL;
    const fewSegments = () => (request.nr_segments <= KEXEC_SEGMENT_MAX ? 0 : -errnos.EINVAL);
    const nativeImage = () => bugs.archCheckMissing || hasGoodArch(flags, request.compat ?? false) ? 0 : -errnos.EINVAL;
    const gates = bugs.swappedGates
        ? [knownFlags, mayLoad, lsm, lockdown, fewSegments, nativeImage]
        : [mayLoad, lsm, lockdown, knownFlags, fewSegments, nativeImage];
    for (const gate of gates) {
        const refused = gate();
        if (refused !== 0)
            return refused;
    }
    return 0;
}
/** @source include/linux/kexec.h:KEXEC_FLAGS */
function flagsOf({ kexecJump, crashHotplug }) {
    const jump = kexecJump ? KEXEC_PRESERVE_CONTEXT : 0;
    const hotplug = crashHotplug ? KEXEC_UPDATE_ELFCOREHDR | KEXEC_CRASH_HOTPLUG_SUPPORT : 0;
    return KEXEC_ON_CRASH | jump | hotplug;
}
/** The 32-bit entry only wants its callers to know that there are architectures. */
function hasGoodArch(flags, compat) {
    const arch = (flags & KEXEC_ARCH_MASK) >>> 0;
    if (compat)
        return arch !== KEXEC_ARCH_DEFAULT;
    return arch === KEXEC_ARCH || arch === KEXEC_ARCH_DEFAULT;
}
/**
 * Whether a caller may load or unload at all. An attempt counts from here on, whatever becomes of
 * it.
 *
 * @source kernel/kexec_core.c:kexec_load_permitted
 */
export function kexecLoadPermitted({ config, kexec_load_disabled, load_limits }, { capSysBoot, limit }) {
    if (!capSysBoot || kexec_load_disabled)
        return false;
    const left = load_limits[limit];
    if (left === 0)
        return false;
    if (left > 0 && !config.bugs.limitNotConsumed)
        load_limits[limit] = left - 1;
    return true;
}
/**
 * Writes a load limit: it can only become smaller.
 *
 * @returns 0 or -EINVAL
 * @throws Error on a kernel that has no limits
 * @source kernel/kexec_core.c:kexec_limit_handler
 */
export function kexecLimitHandler({ config, load_limits }, limit, value) {
    if (!config.profile.loadLimits) {
        throw new Error(`expected a profile with loadLimits, got a write of ${value} to ${limit}`);
    }
    const old = load_limits[limit];
    if (value < 0 || (old >= 0 && value >= old))
        return -errnos.EINVAL;
    load_limits[limit] = value;
    return 0;
}
//# sourceMappingURL=gates.js.map