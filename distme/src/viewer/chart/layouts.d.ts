import type { Scene } from "../svg/scene.ts";
import type { ChartName } from "./charts.ts";
import { type Geometry } from "./geometry.ts";
/** `layouts.json`: one line for each chart and cut. */
export interface LayoutsFile {
    readonly format: "kexec-model layouts 1";
    readonly layouts: readonly StoredLayout[];
}
export interface StoredLayout extends Geometry {
    readonly chart: string;
    readonly cut: readonly string[];
    /** Of what was placed; see `partsDigest`. */
    readonly digest: string;
}
/** A chart as it is drawn while some states are collapsed. */
export interface ChartScene {
    readonly scene: Scene;
    /** The path of every state of the chart, to the path of the box that shows it. */
    readonly boxOf: ReadonlyMap<string, string>;
    /** Paths of the states that are drawn without their inside. */
    readonly collapsed: ReadonlySet<string>;
}
/**
 * Returns the drawing of a chart from stored places.
 *
 * @param collapsed paths; those of other charts, and those inside others, do not matter
 * @throws Error when the stored places are not those of the chart as it is now
 */
export declare function chartScene(chart: ChartName, collapsed: ReadonlySet<string>): ChartScene;
/** Everything in `layouts.json`. */
export declare const storedLayouts: readonly StoredLayout[];
