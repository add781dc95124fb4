import type { DebianKernelName } from "./debian-kernels.ts";
/**
 * The kernel of the model that a Linux is.
 *
 * Debian's release (`uname -r`) ends with a number of its own; its version (`uname -v`) then has
 * the upstream one.
 *
 * @param release `uname -r`, such as `5.10.0-46-cloud-amd64`
 * @param version `uname -v`, such as `#1 SMP Debian 5.10.262-1 (2026-07-31)`
 * @throws EnvironmentError that says which versions are known
 */
export declare function profileOf(release: string, version: string): DebianKernelName;
/** What a kernel says of itself. */
export interface KernelVersion {
    /** As `uname -r` says it. */
    readonly release: string;
    /** As `uname -v` says it. */
    readonly version: string;
}
/**
 * The version that an x86 kernel image names in its header; nothing is booted.
 *
 * @throws EnvironmentError when the file is no bzImage
 */
export declare function imageVersion(path: string): Promise<KernelVersion>;
