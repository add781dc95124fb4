import type { DebianKernelName } from "./debian-kernels.ts";
import type { Kernel } from "./kernels.ts";
import type { DoorPlan } from "./plan.ts";
import { type Divergence } from "./play.ts";
/** What became of a test. */
export type Outcome = {
    readonly kind: "passed";
}
/** The kernel does otherwise than the model says: all that differed at that step. */
 | {
    readonly kind: "diverged";
    readonly divergences: readonly Divergence[];
}
/** The guest crashed, hung or answered nonsense. */
 | {
    readonly kind: "error";
    readonly reason: string;
    /** Path of the console log, which is kept; null when there was no machine. */
    readonly log: string | null;
} | {
    readonly kind: "skipped";
    readonly reason: string;
};
export interface Runnable {
    readonly plan: DoorPlan;
}
export interface BootOptions {
    readonly kernel: Kernel;
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
    /** The kernel of the model that the machine must be, by what it says of itself. Default: any. */
    readonly profile?: DebianKernelName;
}
/** The machines that it took. */
export interface Boots {
    /** What `uname -r` says; empty without a boot. */
    readonly release: string;
    readonly boots_ms: readonly number[];
}
/**
 * Runs planned tests in one machine. It is taken back to what it was after its boot when a test has
 * ended it or left something behind, and it is booted anew when even that fails.
 *
 * @throws EnvironmentError when the first boot fails
 * @throws the signal's reason when it is aborted
 */
export declare function runInBoots<Test extends Runnable>(options: BootOptions, tests: readonly Test[], finish: (test: Test, outcome: Outcome) => void): Promise<Boots>;
