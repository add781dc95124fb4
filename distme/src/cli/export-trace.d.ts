import { type TraceFile } from "../formats/trace-file.ts";
/** Where a run is. */
export interface ChosenTrace {
    /** A trace, the report of a check, or a suite. */
    readonly file: string;
    /** Whose trace of a report; null for any other file. */
    readonly property: string | null;
    /** Which test of a suite; null for any other file. */
    readonly test: string | null;
}
/**
 * The run that is meant.
 *
 * @throws UsageError when it is not said which one of a file
 * @throws RunError when the file has none
 */
export declare function traceIn({ file, property, test }: ChosenTrace): TraceFile;
