import type { ChartState, Statechart } from "./statechart.ts";
/** All transitions between two states, drawn as one arrow with a line for each. */
export interface DrawnArrow {
    readonly source: ChartState;
    readonly target: ChartState;
    /** In the order in which guards are asked. */
    readonly labels: readonly string[];
}
/** What stays in its state, drawn inside its box. */
export interface DrawnInside {
    readonly state: ChartState;
    readonly labels: readonly string[];
}
/** The arrows of a drawing, in document order of their first transition. */
export declare function drawnArrows({ transitions }: Statechart): readonly DrawnArrow[];
/** Transitions without a target, by their state. */
export declare function drawnInside({ states, transitions }: Statechart): readonly DrawnInside[];
/** The innermost state that is drawn around both: the root if no other is. */
export declare function commonState(one: ChartState, other: ChartState, root: ChartState): ChartState;
