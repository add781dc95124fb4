import type { TraceRun } from "../conformance/linux/function-trace/run-traces.ts";
/** What a kernel's own function trace says, line by line. */
export declare function renderTraces(run: TraceRun): string[];
