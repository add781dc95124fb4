import type { AnyStateNode } from "xstate";
import type { Chart, ChartNode, ChartTransition } from "../chart.ts";
/**
 * What taking a transition does in any configuration: XState's rules of exit, entry and conflict,
 * said once more over the chart alone. `test/xstate/compiled/*.test.ts` holds every step of it
 * against XState's own.
 */
export interface Effect {
    readonly transition: ChartTransition;
    /** Whether it has a target; without one nothing is left or entered. */
    readonly moves: boolean;
    /** The node inside which states are left and entered; null: the root itself is left. */
    readonly domain: ChartNode | null;
    /** Every node that is left if it is active, in reverse document order. */
    readonly exits: readonly ChartNode[];
    /** Nodes that are entered, in document order. */
    readonly enters: readonly ChartNode[];
    /** Entered nodes whose initial actions run. */
    readonly byDefault: ReadonlySet<ChartNode>;
}
/** Works out a transition of a chart without history. */
export declare function effectOf(chart: Chart, transition: ChartTransition): Effect;
/**
 * Whether two transitions leave a common state, so that only one of them can be taken. A node that
 * can be left has an active child to leave, so it is enough to look at the chart.
 */
export declare function conflict(a: Effect, b: Effect): boolean;
/** Those of selected transitions that are taken: of two that conflict the inner, or the first. */
export declare function withoutConflicts(chart: Chart, selected: readonly ChartTransition[]): readonly ChartTransition[];
/** Whether the source of `inner` lies below the source of `outer`. */
export declare function isInner(inner: ChartTransition, outer: ChartTransition): boolean;
export declare function isBelow(node: AnyStateNode, ancestor: AnyStateNode): boolean;
