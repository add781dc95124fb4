import type { KernelState, Kimage } from "./state.ts";
/**
 * Gives back everything that an image holds, finished or not. The pages of a crash image lie in
 * the crash region and belong to no allocator.
 *
 * @param image null does nothing
 * @source kernel/kexec_core.c:kimage_free
 */
export declare function kimageFree(kernel: KernelState, image: Kimage | null): void;
