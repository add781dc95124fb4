import type { Call, KernelState, LoadLimit } from "./state.ts";
/**
 * Every gate of kexec_load in order, with the entry's own check of the architecture at the end.
 *
 * A positive value of the load-data hook lets the call pass; any value but 0 of the lockdown hook
 * is returned as it is.
 *
 * @source kernel/kexec.c:kexec_load_check
 */
export declare function kexecLoadCheck({ kernel, request, flags }: Call): number;
/**
 * Whether a caller may load or unload at all. An attempt counts from here on, whatever becomes of
 * it.
 *
 * @source kernel/kexec_core.c:kexec_load_permitted
 */
export declare function kexecLoadPermitted({ config, kexec_load_disabled, load_limits }: KernelState, { capSysBoot, limit }: {
    readonly capSysBoot: boolean;
    readonly limit: LoadLimit;
}): boolean;
/**
 * Writes a load limit: it can only become smaller.
 *
 * @returns 0 or -EINVAL
 * @throws Error on a kernel that has no limits
 * @source kernel/kexec_core.c:kexec_limit_handler
 */
export declare function kexecLimitHandler({ config, load_limits }: KernelState, limit: LoadLimit, value: number): number;
