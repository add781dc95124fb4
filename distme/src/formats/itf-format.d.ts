import type { ItfState } from "./itf-value.ts";
import type { TraceFile } from "./trace-file.ts";
/** A trace in the Informal Trace Format of Apalache and Quint. */
export interface ItfTrace {
    readonly "#meta": {
        readonly format: "ITF";
        readonly "format-description": string;
        readonly source: string;
        readonly status: "ok" | "violation";
        readonly description: string;
        /** What is needed to take the run again, but for its events: the states tell those. */
        readonly "kexec-model": Omit<TraceFile, "events" | "labels" | "loop">;
    };
    readonly vars: readonly string[];
    readonly states: readonly ItfState[];
    /** The state that a run without end comes back to from the last one. */
    readonly loop?: number;
}
/** Variables that tell how a state was reached, as Quint and its readers name them. */
export declare const actionTaken = "mbt::actionTaken";
export declare const nondetPicks = "mbt::nondetPicks";
/** What the action of the first state is called. */
export declare const initAction = "init";
/** Whatever an event may carry beside its type. */
export declare const picks: readonly ["task", "request", "call", "outcome", "frame", "wrote", "fatal", "value", "limit", "by"];
/** What may be nobody: no frame was free, no task's CPU panics. */
export declare const nullable: ReadonlySet<string>;
