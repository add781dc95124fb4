import type { AnyStateMachine } from "xstate";
import { type Exploration, type Incomplete } from "../checker/exploration.ts";
import type { Check } from "../checker/model.ts";
import type { Statistics } from "../checker/statistics.ts";
import { type StoredStates } from "../checker/trace.ts";
import type { Coverage } from "./coverage.ts";
import type { EngineReport, MachineModel } from "./machine-model.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import { type Property, type StateView } from "./property.ts";
import { type Trace, type Verdict } from "./verdict.ts";
export type { Outcome, Trace, TraceState, Verdict } from "./verdict.ts";
export interface CheckResult<C, E> {
    /** Distinct states (symmetry classes when `canonical` or `symmetry` is given). */
    readonly states: number;
    /** Enabled (state, event) pairs. */
    readonly transitions: number;
    /** Breadth-first levels, the initial state being level 1. */
    readonly depth: number;
    readonly levels: readonly number[];
    readonly verdicts: readonly Verdict<C, E>[];
    /** States without successors that are not declared terminal, and a shortest way to one. */
    readonly deadlocks: number;
    readonly deadlock: Trace<C, E> | null;
    readonly coverage: Coverage;
    /** null: every reachable state was seen. */
    readonly incomplete: Incomplete;
    /** What to change when a limit was hit: which part of the context has the most values. */
    readonly growth: string | null;
    /** Why there are so many states; computed when a limit was hit, or when it was asked for. */
    readonly statistics: Statistics | null;
    /** How steps were computed and contexts were stored. */
    readonly engine: EngineReport;
    /** What a reader should know of the search: a symmetry that was not used, and why. */
    readonly notes: readonly string[];
    /** Bytes of states, table and edges at the end. */
    readonly bytes: number;
}
/**
 * Explores every reachable state of an XState v5 machine and judges its properties.
 *
 * The search is breadth first, exhaustive and exact: states are compared without hashing loss,
 * traces are shortest, and a limit that is hit gives `unknown`, never `holds`.
 *
 * @example
 * const light = createMachine({
 *   initial: "red",
 *   states: { red: { on: { GO: "green" } }, green: { on: { STOP: "red" } } },
 * });
 * checkMachine(light, { events: [{ type: "GO" }, { type: "STOP" }] }).states; // 2
 *
 * @throws MachineError for a machine, event, guard or action that cannot be checked; the message
 *   names the state and the event
 */
export declare function checkMachine<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>): CheckResult<C, E>;
/** A machine made ready for a search. */
export interface Prepared<C, E extends EventLike> {
    readonly options: CheckOptions<C, E>;
    /** The options without what the properties forbid. */
    readonly used: CheckOptions<C, E>;
    readonly notes: readonly string[];
    readonly model: MachineModel<C, E>;
}
export declare function prepare<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>): Prepared<C, E>;
/** Puts together what a search found. */
export declare function resultOf<C, E extends EventLike>({ options, notes, model }: Prepared<C, E>, explored: Exploration<E> & {
    readonly store: StoredStates;
}, judged: readonly Verdict<C, E>[]): CheckResult<C, E>;
/** The machine compiled, or interpreted by XState where it cannot be or must not be. */
export declare function modelOf<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>): MachineModel<C, E>;
/**
 * The same search once more with XState's own steps, when the compiled ones came to what they do not
 * know.
 *
 * @param error what ended the first search
 * @throws the error itself, when it is another one, or no other engine will do
 */
export declare function interpretInstead<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>, error: unknown): Prepared<C, E>;
/** What a search threw, as a user of the machine reads it. */
export declare function machineError(error: unknown): unknown;
/** The properties of states and steps, as the engine evaluates them. */
export declare function checksOf<C, E extends EventLike>(properties: readonly Property<C, E>[]): Check<E, StateView<C>>[];
