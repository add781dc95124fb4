import type { ChartName } from "./charts.ts";
/** Returns a chart as a standalone SVG document, with the given states collapsed. */
export declare function chartSvgText(chart: ChartName, collapsed: ReadonlySet<string>): string;
