import { type DebianKernelName } from "./debian-kernels.ts";
/** A kernel that can be booted. */
export interface Kernel {
    /** Path of the bzImage. */
    readonly path: string;
    /** Name and version of the Debian package, or null for a kernel that the user gave. */
    readonly package: string | null;
    /** SHA-256 of the file at `path`, in hexadecimal. */
    readonly sha256: string;
}
export interface KernelChoice {
    /** A bzImage of the user's; wins over `name`. */
    readonly path?: string;
    /** The Debian kernel to use when there is no path. */
    readonly name?: DebianKernelName;
    readonly cache?: string;
    /** Told in one line what takes long. */
    readonly onProgress?: (line: string) => void;
}
/**
 * The kernel to test: the user's, else the cached one, else Debian's, downloaded once.
 *
 * A cached kernel stays the same until it is removed, so that runs can be compared.
 *
 * @throws EnvironmentError when there is no such file, package or mirror, or the cached file is not
 *   the one that was downloaded
 */
export declare function findKernel(choice: KernelChoice): Promise<Kernel>;
/** The kernel that an earlier run has downloaded, or null. */
export declare function cachedKernel(name: DebianKernelName, cache?: string): Kernel | null;
/** The pinned package in whose place a kernel was taken, with its version; null: it is that one. */
export declare function replacedPackage(name: DebianKernelName, kernel: Kernel): string | null;
/** A kernel of the cache, looked at. */
export interface CachedKernel extends Kernel {
    readonly name: DebianKernelName;
    readonly size_bytes: number;
    /** See `replacedPackage`. */
    readonly replaces: string | null;
    /** Whether the file is still the one that was downloaded. */
    readonly isIntact: boolean;
}
/** The downloaded kernel of a name, or null. */
export declare function inspectKernel(name: DebianKernelName, cache?: string): Promise<CachedKernel | null>;
/** Removes a downloaded kernel. Says whether there was one. */
export declare function removeKernel(name: DebianKernelName, cache?: string): Promise<boolean>;
/** Removes what downloads that were killed have left. Returns how many there were. */
export declare function removeLeftovers(cache?: string): Promise<number>;
