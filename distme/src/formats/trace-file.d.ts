import type { KexecEvent } from "../../machines/events.ts";
import { type MutantName } from "../model/mutants.ts";
import type { CheckReport, TraceReport } from "../model/report.ts";
import { type KernelName } from "../model/worlds.ts";
import { type SavedPreset } from "./trace-world.ts";
/** A saved trace: what is needed to take the same steps again. */
export interface TraceFile {
    readonly format: "kexec-model trace 1";
    readonly tool: string;
    readonly kernel: KernelName;
    /** `suite`: the world is one that tests are made from. */
    readonly preset: SavedPreset;
    readonly world: string;
    /** The wrong version of the model that takes these steps; left out for the model itself. */
    readonly mutant?: MutantName;
    /** The property that the trace violates or witnesses; empty when it is about none. */
    readonly property: string;
    /** See `TraceReport.loop`; left out for a run that ends. */
    readonly loop?: number;
    readonly events: readonly KexecEvent[];
    /** The events as a person reads them. */
    readonly labels: readonly string[];
}
/** A file that is no trace, or one that no model of ours can take; the message says where. */
export declare class TraceFileError extends Error {
    readonly name = "TraceFileError";
}
/** The trace of a property in a report, as it is saved. */
export declare function traceFile(report: CheckReport, property: string, trace: TraceReport): TraceFile;
/** A trace as text: JSON, one line per event, so that two of them are compared line by line. */
export declare function traceText(trace: TraceFile): string;
/**
 * Reads a parsed trace. Every event is one of its world's; whether the model takes it there is found
 * out when it is replayed.
 *
 * @throws TraceFileError naming the place, what was expected there and what was found
 */
export declare function parseTrace(json: unknown): TraceFile;
