import type { Simulation } from "../../../model/simulation.ts";
import { type Expectation, type Watched } from "./expectation.ts";
import type { Sight } from "./sights.ts";
import { type Tracked } from "./tracked.ts";
/** Where a trace leaves the statechart, and why. Plain data. */
export interface Block {
    /** Index of the event in the trace; its length for what is missing at the end. */
    readonly index: number;
    /** The event as a person reads it. */
    readonly event: string;
    /** Why the statechart does not follow, for each state that it may be in. */
    readonly refusals: readonly Refusal[];
    /** Whether nothing is said: the kernel did what the model's request has no counterpart for. */
    readonly isAstray: boolean;
    /** What the statechart would have done there instead. */
    readonly allowed: readonly string[];
}
export interface Refusal {
    /** The state, as the statechart names it. */
    readonly state: string;
    readonly why: string;
    /** The guards that the statechart asks there, and what they said. */
    readonly guards: readonly {
        readonly guard: string;
        readonly said: "yes" | "no";
    }[];
}
/** Why a trace leaves the statechart, in one line. */
export declare function blockText({ index, event, refusals }: Block): string;
interface Blocked {
    readonly watched: Watched;
    readonly index: number;
    readonly sight: Sight;
    readonly reached: readonly Tracked[];
    readonly expected: readonly Expectation[];
}
/** Finds out why no state can follow. */
export declare function blockOf(simulation: Simulation, blocked: Blocked): Block;
export {};
