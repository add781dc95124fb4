import { type PrivateApt } from "./apt.ts";
import { type DebianKernel, type DebianKernelName } from "./debian-kernels.ts";
export interface FetchOptions {
    readonly cache: string;
    /** Told in one line what takes long. */
    readonly onProgress?: (line: string) => void;
}
/**
 * Downloads a kernel of Debian into the cache: the pinned package, or the newest one that matches
 * when the suite has moved on.
 *
 * Whoever looks into the cache meanwhile sees the old kernel or the new one, and never a part.
 *
 * @throws EnvironmentError when there is no such package or mirror, or the pinned package does not
 *   have the kernel that it had
 */
export declare function fetchKernel(name: DebianKernelName, { cache, onProgress }: FetchOptions): Promise<void>;
/** What apt is to download: `NAME=VERSION` for the pinned package, else the newest name. */
export declare function choosePackage(apt: Pick<PrivateApt, "packageNames" | "versions">, debian: DebianKernel): Promise<string | null>;
