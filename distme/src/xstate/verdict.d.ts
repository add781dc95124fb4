import type { Exploration } from "../checker/exploration.ts";
import type { Path } from "../checker/trace.ts";
import type { MachineModel } from "./machine-model.ts";
import type { Property } from "./property.ts";
/** What is known of a property after a search. */
export type Outcome = 
/** No violation in any reachable state. */
"holds"
/** A violation was found; the trace leads to it. */
 | "violated"
/** A witness of a `sometimes` was found; the trace leads to it. */
 | "witnessed"
/** The search was complete and found no witness. */
 | "unwitnessed"
/** No violation, but `when` was never true: the property said nothing. */
 | "vacuous"
/** The search is incomplete and found neither. */
 | "unknown";
export interface Verdict<C, E> {
    readonly property: Property<C, E>;
    readonly outcome: Outcome;
    /** States, or steps, on which `when` was true. */
    readonly applied: number;
    /** A shortest run to the violation or witness. */
    readonly trace: Trace<C, E> | null;
}
/** A run that a person can follow, step by step. */
export interface Trace<C, E> {
    readonly initial: TraceState<C>;
    readonly steps: readonly {
        readonly event: E;
        readonly state: TraceState<C>;
    }[];
    /**
     * For a run without end: the number of steps before those that repeat for ever. As many as there
     * are steps when nothing happens any more.
     */
    readonly loop: number | null;
}
export interface TraceState<C> {
    /** XState's state value. */
    readonly value: unknown;
    /** Paths of the active atomic state nodes. */
    readonly leaves: readonly string[];
    readonly context: C;
}
/** The verdict on a property of states or steps. */
export declare function safetyVerdict<C, E>(property: Property<C, E>, exploration: Exploration<E>, machine: MachineModel<C, E>): Verdict<C, E>;
/** @param loop see `Trace.loop` */
export declare function traceOf<C, E>(path: Path<E>, { model }: MachineModel<C, E>, loop?: number | null): Trace<C, E>;
