import type { KernelResult, KernelRun } from "./conform-linux.ts";
/** Everything about a run on one kernel, line by line. */
export declare function renderOne(result: KernelRun): string[];
/** Runs on several kernels: a row for each, then what went wrong, then what stood in the way. */
export declare function renderMatrix(results: readonly KernelResult[]): string[];
