import type { Trace, Verdict } from "./verdict.ts";
/** One step of a trace in words. */
export interface ToldStep {
    /** The event's type, and its payload as JSON if it has one. */
    readonly label: string;
    /** What is different behind it: active states first, then the context. */
    readonly changes: readonly string[];
}
/** A trace in words. */
export interface ToldTrace {
    /** The state in which it begins: active states, then the context. */
    readonly start: readonly string[];
    readonly steps: readonly ToldStep[];
    /** See `Trace.loop`. */
    readonly loop: number | null;
}
/** Whether a verdict is what its property expects: a promise holds, a known weakness does not. */
export declare function isAsExpected<C, E>({ property, outcome }: Verdict<C, E>): boolean;
/** Tells a trace step by step: each event, and only what it changed. */
export declare function toldTrace<C, E extends {
    readonly type: string;
}>(trace: Trace<C, E>): ToldTrace;
/**
 * A trace as text, one line a step.
 *
 * @example
 * //   start   idle; credit 0
 * //     1  coin {"value":2}: idle -> ready; credit 0 -> 2
 * //   ... and nothing happens any more
 */
export declare function traceText<C, E extends {
    readonly type: string;
}>(trace: Trace<C, E>): string;
/** How a run goes on that does not end; null for one that does. */
export declare function endText(loop: number | null, steps: number): string | null;
