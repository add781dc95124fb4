import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import type { Layout } from "../memory/layout.ts";
import { type WalkState } from "../xstate/walk.ts";
import type { Edit } from "./mutant.ts";
import type { World } from "./worlds.ts";
export type KexecState = WalkState<KexecContext>;
/** One step of the model, told of the literals. */
export interface KexecStep {
    readonly state: KexecState;
    /** Keys of the literals' transitions, as coverage reports spell them. */
    readonly transitions: readonly string[];
}
/** The model of one world, one event at a time. */
export interface Simulation {
    readonly world: World;
    readonly layout: Layout;
    /** The composed machine, for those who bring a traversal of their own. */
    readonly machine: AnyStateMachine;
    readonly stateOf: (snapshot: AnyMachineSnapshot) => KexecState;
    readonly initial: KexecState;
    /** The events that the checker would try in a state. */
    readonly alphabet: (state: KexecState) => readonly KexecEvent[];
    /** The event as a person reads it. */
    readonly label: (event: KexecEvent) => string;
    /** Null when the model takes no transition: the event is impossible there. */
    readonly step: (state: KexecState, event: KexecEvent) => KexecStep | null;
}
export declare function simulate(world: World, edit?: Edit): Simulation;
