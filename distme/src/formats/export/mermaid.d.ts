import type { Statechart } from "./statechart.ts";
/**
 * A statechart in Mermaid's notation, as GitHub draws it.
 *
 * Mermaid moves a state into the last block that names it. So every state is declared in its own
 * block, and an arrow stands in the innermost block around both of its ends; but not between
 * regions, where it would belong to one of them.
 */
export declare function mermaid(chart: Statechart): string;
