import type { KexecEvent } from "../../../machines/events.ts";
import type { KexecModel } from "../../model/model.ts";
import type { CompiledModule } from "../../xstate/compile/module.ts";
import type { Subject } from "../subject.ts";
import { type Goal, type GoalScope } from "./goal.ts";
/** What is searched, from where, for what, and how far; plain data. */
export interface SearchRequest {
    readonly subject: Subject;
    /** The state to begin in, as the model has it between two steps; null: where the machine starts. */
    readonly from: SearchStart | null;
    readonly goal: Goal;
    readonly limits: SearchLimits;
}
export interface SearchStart {
    /** XState's state value. */
    readonly value: unknown;
    readonly mem: Uint8Array;
}
export interface SearchLimits {
    readonly states: number;
    readonly time_ms: number;
}
/** How a search may be done. */
export interface SearchMeans {
    /** The machine as `emitModule` wrote it; it is left aside when it is another machine's. */
    readonly module: CompiledModule | null;
    /** Whether code may be made at run time, where there is no module. */
    readonly compiles: boolean;
    readonly onProgress?: (progress: SearchProgress) => void;
}
export interface SearchProgress {
    readonly states: number;
    readonly depth: number;
}
export type SearchResult = SearchFacts & SearchEnd;
export type SearchEnd = {
    readonly outcome: "found";
    /** A shortest way, from where the search began; none when the goal is met there. */
    readonly events: readonly KexecEvent[];
}
/** Every state was seen: within the world there is no way. */
 | {
    readonly outcome: "none";
} | {
    readonly outcome: "unknown";
    readonly limit: LimitName;
};
/** What ended a search before it had seen everything. `model`: a mutant that breaks down. */
export type LimitName = "states" | "time" | "memory" | "model";
export interface SearchFacts {
    /** Distinct states seen, up to symmetry. */
    readonly states: number;
    /** Levels of the search; the state where it began is level 1. */
    readonly depth: number;
    readonly time_ms: number;
    readonly engine: "compiled" | "interpreter";
    /** What a reader should know of the search, one sentence each. */
    readonly notes: readonly string[];
}
/**
 * Finds a shortest way to a goal: the same search as a check's, which ends at the first state, or
 * step, that meets the goal.
 *
 * @throws GoalError, RangeError or MachineError for a request that does not fit the model
 */
export declare function findPath(request: SearchRequest, means: SearchMeans): SearchResult;
/** What a goal may speak of. */
export declare function scopeOf({ layout, machine }: KexecModel): GoalScope;
