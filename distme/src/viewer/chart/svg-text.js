import { renderScene } from "../svg/render.js";
import { chartScene } from "./layouts.js";
/** Returns a chart as a standalone SVG document, with the given states collapsed. */
export function chartSvgText(chart, collapsed) {
    const { scene } = chartScene(chart, collapsed);
    const title = chart === "whole" ? "Statechart of kexec" : `Statechart of ${chart}`;
    return renderScene(scene, { title, description: "" });
}
//# sourceMappingURL=svg-text.js.map