import type { Kernel } from "./kernels.ts";
export interface JumpOptions {
    readonly kernel: Kernel;
    /** Names of jumps. Default: all. */
    readonly only?: readonly string[];
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
}
/** What became of the jumps on a kernel; plain data. */
export interface JumpsRun {
    /** What `uname -r` says in the guest. */
    readonly release: string;
    /** The kernel's package, or null for a file of the user's. */
    readonly package: string | null;
    readonly tests: readonly JumpTest[];
    readonly total_ms: number;
}
export interface JumpTest {
    readonly name: string;
    /** `error`: the machine crashed, hung or answered nonsense. */
    readonly outcome: "agrees" | "differs" | "error";
    /** What the calls return and what comes of the last one, in words. */
    readonly expected: string;
    readonly got: string;
    /** Path of the console log, which is kept when they differ. */
    readonly log: string | null;
}
/**
 * Makes jumps in one machine, which is taken back to what it was after its boot for each of them.
 * It is booted anew when it cannot be, or when a jump went wrong, whose console is kept.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws the signal's reason when it is aborted
 */
export declare function runJumps(options: JumpOptions): Promise<JumpsRun>;
