import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import { type InternedConfiguration } from "./configuration.ts";
import type { EventLike } from "./options.ts";
import type { StateView } from "./property.ts";
/** A state of a walk; it is never changed. */
export interface WalkState<C> extends StateView<C> {
    readonly configuration: InternedConfiguration;
}
/** What one event did. */
export interface WalkStep<C> {
    readonly state: WalkState<C>;
    /** Keys of the chart's transitions that were taken, `always` ones included. */
    readonly taken: readonly string[];
}
/** Walks through a machine event by event, with the semantics of the checker. */
export interface Walker<C, E> {
    readonly initial: WalkState<C>;
    /** A snapshot of the same machine as a state of a walk. */
    readonly stateOf: (snapshot: AnyMachineSnapshot) => WalkState<C>;
    /** The state after an event, or null when no transition is enabled. */
    readonly step: (state: WalkState<C>, event: E) => WalkStep<C> | null;
}
/** @throws MachineError for a machine that cannot be explored either */
export declare function walk<C, E extends EventLike>(machine: AnyStateMachine): Walker<C, E>;
