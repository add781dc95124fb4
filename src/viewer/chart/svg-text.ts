import { renderScene } from "../svg/render.ts";
import type { ChartName } from "./charts.ts";
import { chartScene } from "./layouts.ts";

/** Returns a chart as a standalone SVG document, with the given states collapsed. */
export function chartSvgText(chart: ChartName, collapsed: ReadonlySet<string>): string {
  const { scene } = chartScene(chart, collapsed);
  const title = chart === "whole" ? "Statechart of kexec" : `Statechart of ${chart}`;
  return renderScene(scene, { title, description: "" });
}
