import type { ElkNode } from "elkjs/lib/elk-api.js";
import { type Parts } from "./elk-graph.ts";
import type { Scene } from "./scene.ts";
/** Places the nodes and edges of a graph. It may change the graph and may throw. */
export type LayoutFunction = (graph: ElkNode) => Promise<ElkNode>;
/**
 * Returns the best of the ordered layouts, or else the first of the simpler ones that works.
 *
 * ELK throws for some graphs that are in order ("Invalid hitboxes for scanline constraint
 * calculation", kieler/elkjs#98), which depends on the options and not on the graph alone.
 *
 * @returns null where every layout failed
 */
export declare function placeWithElk(parts: Parts, layout: LayoutFunction): Promise<Scene | null>;
/** Lays a graph out with ELK, which is loaded on the first call. */
export declare const elkLayout: LayoutFunction;
