import type { Observables } from "../../../model/observables.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import type { GuestMemory } from "../guest-memory.ts";
import type { LoadedCall } from "../outside/expected.ts";
import { type Choose } from "./random-call.ts";
/** A call of a walk: what is asked for, and what the model says comes of it. */
export interface WalkCall extends LoadedCall {
    readonly label: string;
    /** Steps of the statechart. */
    readonly steps: number;
    /** What the model says is seen after it. */
    readonly expect: Observables;
    readonly after: KexecState;
}
/** A walk through a world that can be continued. */
export interface Walk {
    readonly simulation: Simulation;
    /** The next calls. Fewer than asked for when the walk has come to where none can be made. */
    next(calls: number): WalkCall[];
}
/**
 * Begins a walk through a world's ordinary calls, where nothing is loaded.
 *
 * @param choose the same numbers give the same walk
 */
export declare function beginWalk(simulation: Simulation, memory: GuestMemory, choose: Choose): Walk;
