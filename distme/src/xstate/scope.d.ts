import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine, AnyTransitionDefinition } from "xstate";
/** What XState tells about one microstep while it computes a step. */
export interface RawMicrostep {
    readonly event: {
        readonly type: string;
    };
    readonly transitions: readonly AnyTransitionDefinition[];
    /** The snapshot after it. */
    readonly snapshot: AnyMachineSnapshot;
}
/** An actor scope in which nothing runs, and that hears which transitions are taken. */
export interface InertScope {
    readonly scope: AnyActorScope;
    /** The microsteps since the last call of `clear`. */
    readonly microsteps: RawMicrostep[];
    readonly clear: () => void;
}
/**
 * Makes the scope for XState's pure step.
 *
 * One scope serves every step: nothing of it ends up in a snapshot. Custom actions are not run
 * (the pure step never runs them); built-in actions that would start, stop or message an actor, or
 * wait, are refused.
 */
export declare function inertScope(): InertScope;
/** The snapshot with another context; far cheaper than resolving a state anew. */
export declare function withContext(template: AnyMachineSnapshot, context: unknown): AnyMachineSnapshot;
/** A loop of `always` transitions becomes an error instead of a hang; older XStates cannot do that. */
export declare function boundedMicrosteps(machine: AnyStateMachine): AnyStateMachine;
