import type { BoxItem, DrawnChart } from "./items.ts";
/** What a report says of a state or transition. */
export interface OverlayMark {
    readonly kind: "done" | "missing" | "diverged" | "impossible";
    /** How often; null where nobody counted. */
    readonly times: number | null;
    /** In words. */
    readonly text: string;
}
export interface Overlay {
    readonly name: string;
    /** By key or path. */
    readonly marks: ReadonlyMap<string, OverlayMark>;
}
/** What changes the look of a chart while it stays where it is. */
export interface ChartStatus {
    /** Paths of active states in the literals, those that contain them included. */
    readonly active: ReadonlySet<string>;
    /** Those of a second run beside. */
    readonly activeOther: ReadonlySet<string>;
    /** Keys of the transitions that the current step takes. */
    readonly taken: ReadonlySet<string>;
    readonly selected: string | null;
    readonly overlay: Overlay | null;
    readonly search: string;
}
/** How one item of a chart is shown. */
export interface Look {
    /** Names of classes; see chart.css. */
    readonly classes: readonly string[];
    readonly mark: ShownMark | null;
    /** What a screen reader says behind the item's own label. */
    readonly said: string;
}
export interface ShownMark {
    readonly kind: OverlayMark["kind"];
    /** A sign with a number, such as `✓ 1.2k`; it fits into the room that is kept for it. */
    readonly text: string;
    readonly title: string;
}
/** Returns the looks of all items of a chart, in their order. */
export declare function looksOf(drawn: DrawnChart, status: ChartStatus): readonly Look[];
/** The items that a search finds, in the order in which they are drawn. */
export declare function matchesOf(drawn: DrawnChart, search: string): readonly number[];
/** The boxes that show the innermost of some states: of a task, and of each region. */
export declare function innermostBoxes(drawn: DrawnChart, paths: ReadonlySet<string>): ReadonlySet<BoxItem>;
/** A count in at most four characters. */
export declare function shortCount(count: number): string;
/** What stands for each kind of mark, wherever one is shown. */
export declare const markSigns: Readonly<Record<OverlayMark["kind"], string>>;
