import { type Diagram, type DiagramState, type DiagramTransition } from "./diagram.ts";
/** Which transitions are drawn as edges and which are written into the box of their state. */
export interface Collapsed {
    readonly edges: readonly MergedEdge[];
    /** In document order, for each state that has any. */
    readonly rows: ReadonlyMap<DiagramState, readonly DiagramTransition[]>;
    /** How many early exits end in a state. */
    readonly exitsInto: ReadonlyMap<DiagramState, number>;
}
/** All transitions from one state to another, drawn as one edge. */
export interface MergedEdge {
    readonly source: DiagramState;
    readonly target: DiagramState;
    readonly transitions: readonly DiagramTransition[];
}
/**
 * Divides the transitions of a diagram.
 *
 * Written into the box are: transitions that stay in their state, transitions between a state and
 * one that contains it, and early exits. A transition to an exit is early when it sets an errno
 * or when its state has another way on; so the only way out of a state stays an edge.
 *
 * @param exits paths of the states that early exits go to
 * @throws RangeError for a path that the diagram has no state for
 */
export declare function collapse(diagram: Diagram, exits: readonly string[]): Collapsed;
/** Writes every transition into the box of its state: a diagram without edges. */
export declare function collapseAll(diagram: Diagram): Collapsed;
/** Whether the transition stays in its state, or in the states that contain it. */
export declare function isLocal({ source, target }: DiagramTransition): boolean;
