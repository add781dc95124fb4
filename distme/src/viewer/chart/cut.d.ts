import { type Diagram, type DiagramState, type DiagramTransition } from "../svg/diagram.ts";
import { type ChartName } from "./charts.ts";
/**
 * The paths of the collapsed states of a chart, in document order; none is inside another, and
 * those that are always closed are left out.
 */
export type Cut = readonly string[];
/** A diagram in which some states are drawn without their inside. */
export interface CutDiagram {
    readonly diagram: Diagram;
    readonly collapsed: ReadonlyMap<DiagramState, Inside>;
    /** The path of every state of the chart, to the path of the box that it is in. */
    readonly boxOf: ReadonlyMap<string, string>;
}
/** What a collapsed state hides. */
export interface Inside {
    readonly states_count: number;
    /** Transitions that neither begin nor end outside. */
    readonly transitions: readonly DiagramTransition[];
}
/** Returns what is collapsed in a chart when a reader has collapsed these states anywhere. */
export declare function cutOf(name: ChartName, collapsed: ReadonlySet<string>): Cut;
/** Every cut of a chart; the one that is shown first comes first. */
export declare function cutsOf(name: ChartName): readonly Cut[];
/** What is collapsed when a chart is opened. */
export declare function firstCut(name: ChartName): Cut;
/** Names a cut within its chart. */
export declare function keyOf(cut: Cut): string;
/** Whether a state can be drawn with and without its inside. */
export declare function isCollapsible(name: ChartName, path: string): boolean;
/** Draws a line round every collapsed state: what is inside is hidden, what crosses it stays. */
export declare function cutDiagram(name: ChartName, cut: Cut): CutDiagram;
