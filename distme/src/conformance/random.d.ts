import type { KexecEvent } from "../../machines/events.ts";
import type { KernelName } from "../model/worlds.ts";
import type { Bugs } from "../reference/bugs.ts";
import { type Divergence } from "./system.ts";
export interface RandomOptions {
    readonly kernel: KernelName;
    /** How many worlds, each with one run. */
    readonly runs: number;
    /** Left out, another one each time. */
    readonly seed?: number;
    /** With its seed: one run of an earlier search, again. */
    readonly path?: string;
    /** Planted in the reference kernel. */
    readonly bugs?: Bugs;
    /** Runs to spend on making a run that diverges shorter; left out, 500. */
    readonly shrinks_max?: number;
}
/** What a random search found, and how much it tried. */
export interface RandomResult {
    readonly outcome: "conforms" | "diverges" | "error";
    readonly seed: number;
    /** Leads to the shortest run that diverges; null when none does. */
    readonly path: string | null;
    /** Runs up to the first that diverged. */
    readonly runs: number;
    /** Steps of all runs, those that made a run shorter included. */
    readonly steps: number;
    /** Images that were installed. */
    readonly installed: number;
    /** The shortest run that diverges, shrunk. */
    readonly failure: RandomFailure | null;
    /** Many lines for a person; a failure ends with the line that replays it. */
    readonly message: string;
}
/** Plain data, so that it can be saved. */
export interface RandomFailure {
    /** Bounds, then one line a request. */
    readonly world: readonly string[];
    readonly events: readonly KexecEvent[];
    readonly labels: readonly string[];
    /** Null when something was thrown instead. */
    readonly divergence: Divergence | null;
    readonly error: string | null;
}
/** Runs statechart and reference kernel side by side in random worlds, until they differ. */
export declare function randomConformance(options: RandomOptions): RandomResult;
