import type { Beside } from "../model/beside.ts";
import type { TraceReport } from "../model/report.ts";
/**
 * A wrong run next to the right one, from shortly before the first difference.
 *
 * @param right what the right model is called
 */
export declare function renderBeside(trace: TraceReport, beside: Beside, right: string): string;
