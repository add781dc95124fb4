import type { TraceReport, TraceStepReport } from "./report.ts";
import type { World } from "./world.ts";
/** A run of a wrong model beside the right one that is given the same events. */
export interface Beside {
    /** The right model's steps, as far as it takes the events. */
    readonly steps: readonly TraceStepReport[];
    /** The first step in which the two differ, counted from 0; null: they never do. */
    readonly differs: number | null;
    /** What the wrong model does there, in a few words. */
    readonly here: string | null;
    /** ... and the right one. */
    readonly there: string | null;
}
/**
 * Gives a world's own model the events of a trace.
 *
 * @param world the world of the right model; its requests and calls must be those of the trace
 */
export declare function besideOf(world: World, trace: TraceReport): Beside;
