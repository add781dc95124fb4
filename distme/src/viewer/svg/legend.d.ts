import { type Content } from "./content.ts";
import type { DiagramTransition } from "./diagram.ts";
/** Adds a line to the heading that explains the rows in the boxes; none where there are none. */
export declare function withLegend(heading: Content, rows: readonly DiagramTransition[]): Content;
