import { type ItfTrace } from "./itf-format.ts";
import type { TraceFile } from "./trace-file.ts";
/**
 * Takes the steps of a trace and writes down every state on its way.
 *
 * @throws RangeError when the model does not take one of the steps: none of a trace that was found
 */
export declare function itfOf(trace: TraceFile): ItfTrace;
/** An ITF trace as text, one line a state, so that two of them are compared line by line. */
export declare function itfText(trace: TraceFile): string;
