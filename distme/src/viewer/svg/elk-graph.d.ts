import type { ElkNode, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { MergedEdge } from "./collapse.ts";
import { type Content } from "./content.ts";
import { type Diagram, type DiagramState } from "./diagram.ts";
/** What ELK has to place: every state with its content, and the edges with their labels. */
export interface Parts {
    readonly diagram: Diagram;
    readonly contentOf: ReadonlyMap<DiagramState, Content>;
    readonly edges: readonly LabelledEdge[];
}
export interface LabelledEdge extends MergedEdge {
    readonly label: Content;
}
export declare const DOT_PX = 10;
/** Free room around the drawing. */
export declare const MARGIN_PX = 16;
/** Identifiers in the graph; states are numbered, so that no name can break anything. */
export declare const idOf: {
    state: (state: DiagramState) => string;
    header: (state: DiagramState) => string;
    initial: (state: DiagramState) => string;
    initialEdge: (state: DiagramState) => string;
    /** An edge is a chain of pieces, one for each border that it crosses and one more. */
    piece: (edge: number, piece: number) => string;
    port: (edge: number, state: DiagramState) => string;
};
/**
 * Builds a new ELK graph, which a layout may change in place.
 *
 * An edge that leads backwards in the document is given to ELK the other way round (`isReversed`),
 * so that the states stand in the order of the document and no cycle is left to break.
 */
export declare function elkGraph(parts: Parts, options: LayoutOptions): ElkNode;
/** Whether the edge was given to ELK from its target to its source. */
export declare function isReversed({ source, target }: MergedEdge): boolean;
/** Whether an edge passes the upper border of a state on its way to a state inside. */
export declare function isCrossedAbove(state: DiagramState, edges: readonly MergedEdge[]): boolean;
