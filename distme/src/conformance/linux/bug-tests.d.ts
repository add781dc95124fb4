import type { Kernel } from "./kernels.ts";
/**
 * The known bugs on a kernel: what the checker's runs come to is brought about, and must be seen
 * where the model has the bug, and not be seen where it has none. B8 has a file of its own.
 */
export interface BugOptions {
    readonly kernel: Kernel;
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
}
/** Plain data. */
export interface BugsRun {
    /** What `uname -r` says in the guest. */
    readonly release: string;
    readonly package: string | null;
    readonly bugs: readonly BugTest[];
    readonly total_ms: number;
}
export interface BugTest {
    readonly bug: string;
    /** What is done. */
    readonly what: string;
    /** Whether the model of this kernel has the bug. */
    readonly has: boolean;
    readonly expected: string;
    readonly got: string;
}
/**
 * Replays the bugs, each on a machine that nothing has happened to.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest does not do what its protocol says
 * @throws the signal's reason when it is aborted
 */
export declare function runBugs({ kernel, signal, onProgress }: BugOptions): Promise<BugsRun>;
