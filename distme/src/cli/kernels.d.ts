import { type DebianKernelName } from "../conformance/linux/debian-kernels.ts";
import { type Kernel } from "../conformance/linux/kernels.ts";
export interface KernelsRequest {
    readonly names: readonly DebianKernelName[];
    readonly json: boolean;
}
/**
 * Downloads the kernels that are not in the cache yet.
 *
 * A kernel that cannot be had does not keep the others from being fetched.
 *
 * @returns the exit status: 0 all are there, 2 not all
 */
export declare function fetchKernels({ names, json }: KernelsRequest): Promise<number>;
/**
 * Says what is in the cache.
 *
 * @returns the exit status: 0, or 2 when a file is not the one that was downloaded
 */
export declare function listKernels({ names, json }: KernelsRequest): Promise<number>;
/** Removes kernels from the cache, and what interrupted downloads have left there. */
export declare function cleanKernels({ names, json }: KernelsRequest): Promise<number>;
/** What to say of a kernel that is not the pinned one. */
export declare function movedText(name: DebianKernelName, kernel: Kernel, pinned: string): string;
