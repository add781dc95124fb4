import type { GroupName, Suite } from "../../testgen/suite.ts";
import { type TransitionCount } from "../transition-count.ts";
import { type Outcome } from "./boots.ts";
import type { DebianKernelName } from "./debian-kernels.ts";
import type { Kernel } from "./kernels.ts";
export interface LinuxRunOptions {
    readonly suite: Suite;
    readonly kernel: Kernel;
    /** The kernel of the model that it must be, by what it says of itself. Default: any. */
    readonly profile?: DebianKernelName;
    /** Default: all groups. */
    readonly groups?: readonly GroupName[];
    /** Stops the run and its machine; the run then fails with the signal's reason. */
    readonly signal?: AbortSignal;
    /** Told in one line what takes long. */
    readonly onProgress?: (line: string) => void;
    /** Told of every test as soon as its outcome is known; skipped ones come first. */
    readonly onTest?: (result: LinuxTest) => void;
}
/** What became of a suite in a real kernel; plain data. */
export interface LinuxRun {
    /** What `uname -r` says in the guest. */
    readonly release: string;
    /** The kernel's package, or null for a file of the user's. */
    readonly package: string | null;
    readonly tests: readonly LinuxTest[];
    readonly transitions: TransitionCount;
    /** How long each boot took. */
    readonly boots_ms: readonly number[];
    readonly total_ms: number;
}
export interface LinuxTest {
    readonly id: string;
    /** `lock`: not of the suite, see own-tests.ts. */
    readonly group: GroupName | "lock";
    readonly world: string;
    readonly outcome: Outcome;
}
/**
 * Runs the tests of a suite that user space can bring about on an unmodified kernel in QEMU.
 *
 * Many tests share a boot. A test that goes wrong in a way that could disturb the next one gets
 * the others a new one.
 *
 * @throws EnvironmentError when QEMU is missing, the kernel does not boot, or the suite was made
 *   from another model
 * @throws the signal's reason when it is aborted
 */
export declare function runLinux(options: LinuxRunOptions): Promise<LinuxRun>;
