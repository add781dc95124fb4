import type { Collapsed } from "./collapse.ts";
import { type Content, type SummaryLine } from "./content.ts";
import type { Diagram, DiagramState } from "./diagram.ts";
import { type Parts } from "./elk-graph.ts";
export interface PartsOptions {
    /** Whether the descriptions of the states are written into their boxes; true by default. */
    readonly descriptions?: boolean;
    /** What is said of the inside of a state that is drawn without it. */
    readonly summaries?: ReadonlyMap<DiagramState, readonly SummaryLine[]>;
    /** Room kept free for a mark beside each name, row and line of a label; none by default. */
    readonly mark_px?: number;
}
/** Returns what has to be placed: every state with its text, and the edges with their labels. */
export declare function partsOf(diagram: Diagram, collapsed: Collapsed, options: PartsOptions): Parts;
/** Returns the text in the box of every state, and the heading as that of the root. */
export declare function contentsOf(diagram: Diagram, collapsed: Collapsed, options: PartsOptions): ReadonlyMap<DiagramState, Content>;
