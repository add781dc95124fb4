import type { Parts } from "../svg/elk-graph.ts";
import { type ChartName } from "./charts.ts";
import { type Cut, type CutDiagram } from "./cut.ts";
/** Room for a mark such as `✓ 1.2k` beside a name, a row or a line of a label. */
export declare const MARK_PX = 44;
export interface ChartParts extends CutDiagram {
    readonly parts: Parts;
}
/** Returns everything that has to be placed in a chart, with its text. */
export declare function chartParts(name: ChartName, cut: Cut): ChartParts;
