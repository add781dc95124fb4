import type { Simulation } from "../../../model/simulation.ts";
import { type Block } from "./block.ts";
import type { KernelTrace } from "./trace-call.ts";
import type { Tracked } from "./tracked.ts";
/** Whether the statechart can do what a kernel was seen to do. */
export interface Verdict {
    readonly accepted: boolean;
    /** How many events of the trace the statechart can follow: the longest accepted prefix. */
    readonly prefix: number;
    /** What stopped it; null when it was accepted. */
    readonly blockedBy: Block | null;
    /** Keys of the transitions that the call took for certain, up to there. */
    readonly transitions: readonly string[];
    /** The states in which the kernel may be now; empty when it was not accepted. */
    readonly after: readonly Tracked[];
}
/**
 * Follows the function trace of one call through the statechart, by its own steps: every state that
 * silent steps can lead to is kept, until the next event of the trace says which are meant.
 *
 * @param before where the kernel may be before the call; see `trackedFrom`
 */
export declare function validate(simulation: Simulation, before: readonly Tracked[], trace: KernelTrace): Verdict;
