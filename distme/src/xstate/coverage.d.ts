import type { Chart, ChartNode, ChartTransition } from "./chart.ts";
import type { Configuration } from "./configuration.ts";
/** How often each part of a chart was exercised while every reachable step was taken. */
export interface Coverage {
    readonly nodes: readonly {
        readonly path: string;
        readonly entered: number;
    }[];
    readonly transitions: readonly TransitionCoverage[];
}
export interface TransitionCoverage {
    /** `path eventType position` of the chart. */
    readonly key: string;
    readonly taken: number;
    /** How often its guard said yes and no; both 0 for an unguarded transition. */
    readonly guardTrue: number;
    readonly guardFalse: number;
    readonly guarded: boolean;
}
/** One microstep: what it reacted to, which transitions it took, and what was active around it. */
export interface Microstep {
    /** null for the first one of a start: XState does not tell. */
    readonly before: Configuration | null;
    /** The event that was asked about; an `always` transition has the event type "". */
    readonly event: unknown;
    readonly eventType: string;
    readonly taken: readonly ChartTransition[];
    readonly after: Configuration;
    /** An eventless one that left everything as it was: then no eventless guard is asked again. */
    readonly idle: boolean;
}
/** What starting a machine did: how often nodes were entered, and transitions taken and refused. */
export interface Started {
    readonly entered: Float64Array;
    readonly taken: Float64Array;
    readonly refused: Float64Array;
}
/** The coverage of counted transitions: nodes are entered by starts and by what was taken. */
export declare function derivedCoverage(chart: Chart, counts: {
    readonly start: Started;
    readonly taken: Float64Array;
    readonly refused: Float64Array;
}): Coverage;
/**
 * Counts transitions, entered nodes and guard outcomes.
 *
 * Guard outcomes follow from which transition was taken: XState asks the guards of one node in
 * order and stops at the first that says yes.
 */
export declare class CoverageCounter {
    #private;
    /** @param listens whether a node is meant by an event at all; a deaf node's guards do not count */
    constructor(chart: Chart, listens?: (node: ChartNode, event: unknown) => boolean);
    /** Counts a start: where it ended, and what `always` and raised events did before. */
    start(end: Configuration, microsteps: readonly Microstep[]): void;
    /** A copy of what was counted so far. */
    started(): Started;
    /** Counts what an event did; an event that took no transition counts as refused by its guards. */
    count(microsteps: readonly Microstep[]): void;
    result(): Coverage;
}
