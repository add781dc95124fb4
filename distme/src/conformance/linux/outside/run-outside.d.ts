import type { Suite } from "../../../testgen/suite.ts";
import type { Kernel } from "../kernels.ts";
import { type OutsideDivergence } from "./outside-test.ts";
export interface OutsideRunOptions {
    readonly suite: Suite;
    readonly kernel: Kernel;
    readonly signal?: AbortSignal;
    readonly onProgress?: (line: string) => void;
}
/** What was seen of a suite from outside the machine; plain data. */
export interface OutsideRun {
    readonly release: string;
    readonly tests: readonly OutsideTest[];
    readonly looks: Looks;
    readonly total_ms: number;
}
/** How often the machine was looked at, and what was compared. */
export interface Looks {
    readonly count: number;
    /** Of them, those while a call was held under the lock. */
    readonly held: number;
    readonly median_ms: number;
    readonly longest_ms: number;
    /** Of both images' entry lists. */
    readonly entries: number;
    /** Pages that an image runs with, each of whose bytes was compared. */
    readonly pages: number;
}
export interface OutsideTest {
    readonly id: string;
    readonly outcome: {
        readonly kind: "passed";
    } | {
        readonly kind: "diverged";
        readonly divergences: readonly OutsideDivergence[];
    } | {
        readonly kind: "error";
        readonly reason: string;
    } | {
        readonly kind: "skipped";
        readonly reason: string;
    };
}
/**
 * Runs the tests of a suite that consist of ordinary calls, and looks at the machine from outside
 * after each call and at each page that a call copies.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws the signal's reason when it is aborted
 */
export declare function runOutside(options: OutsideRunOptions): Promise<OutsideRun>;
