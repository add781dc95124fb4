import type { PlacedText } from "../svg/content.ts";
import type { PlacedBox, Point, Rectangle } from "../svg/scene.ts";
import { type ChartName } from "./charts.ts";
import { type ChartScene } from "./layouts.ts";
/** A drawing of a chart, as a list of what can change its look while it is read. */
export interface DrawnChart extends ChartScene {
    readonly chart: ChartName;
    /** In the order in which they are drawn: boxes, arrows, lines of text. */
    readonly items: readonly ChartItem[];
}
export type ChartItem = BoxItem | ArrowItem | LineItem;
export interface BoxItem extends Selectable {
    readonly kind: "box";
    readonly box: PlacedBox;
    /** The texts that stand for no transition, in coordinates of the drawing. */
    readonly texts: readonly PlacedText[];
    /** What can be done with the inside: it is shown, hidden, or a chart of its own. */
    readonly inside: "shown" | "hidden" | "chart" | "none";
}
export interface ArrowItem {
    readonly kind: "arrow";
    readonly keys: readonly string[];
    readonly points: readonly Point[];
    /** The events above the lines of its label. */
    readonly texts: readonly PlacedText[];
}
/** A row in a box, or a line of a label. */
export interface LineItem extends Selectable {
    readonly kind: "line";
    readonly keys: readonly string[];
    readonly texts: readonly PlacedText[];
}
interface Selectable {
    /** The path or key that is selected with it. */
    readonly name: string;
    /** What a screen reader says. */
    readonly label: string;
    /** Where a pointer finds it. */
    readonly place: Rectangle;
    /** Where its mark begins or ends. */
    readonly mark: Point & {
        readonly anchor: "start" | "end";
    };
    /** In small letters: what a search finds it by. */
    readonly words: string;
}
/** Returns the drawing of a chart while some states are collapsed; the same for the same ones. */
export declare function drawnChart(chart: ChartName, collapsed: ReadonlySet<string>): DrawnChart;
/** Whether one state of a drawing contains another. */
export declare function isAround(outer: BoxItem, inner: BoxItem): boolean;
export {};
