import { type TraceFile } from "./trace-file.ts";
/** Whether a parsed file says that it is an ITF trace. */
export declare function isItf(json: unknown): boolean;
/**
 * Reads an ITF trace of this model as a trace of ours. The events are in the states: the action
 * taken, and what was picked for it.
 *
 * @throws TraceFileError naming the place, what was expected there and what was found
 */
export declare function parseItf(json: unknown): TraceFile;
/**
 * What the states of an ITF trace say that the model does not: the first difference, or null.
 *
 * @param trace what `parseItf` read of it
 */
export declare function itfDifference(json: unknown, trace: TraceFile): string | null;
