import { type ChartName, chartOf } from "../../chart/charts.ts";
import type { DrawnChart } from "../../chart/items.ts";
import type { Overlay } from "../../chart/looks.ts";
import type { Camera } from "./camera.ts";

export interface ChartPaneProps {
  readonly chart: ChartName;
  readonly onChart: (name: ChartName) => void;
  /** Paths of collapsed states; those of other charts do not matter. */
  readonly collapsed: ReadonlySet<string>;
  /** The reader wants a state collapsed, or expanded if it is collapsed. */
  readonly onCollapse: (path: string) => void;
  /** Paths of active states in the literals, with those that contain them; of all tasks. */
  readonly active: ReadonlySet<string>;
  /** Those of a second run beside. */
  readonly activeOther?: ReadonlySet<string>;
  /** Keys of the transitions that the current step took. */
  readonly taken: ReadonlySet<string>;
  /** The path of a state or the key of a transition. */
  readonly selected: string | null;
  readonly onSelect: (pathOrKey: string | null) => void;
  readonly overlay: Overlay | null;
  readonly search: string;
  /** How often the reader has asked for the next match, such as by Enter in the search field. */
  readonly searchNext?: number;
}

/** What the handlers of a pane work with; it is the same object as long as the pane is there. */
export interface PaneHandle {
  props: ChartPaneProps;
  drawn: DrawnChart;
  camera: Camera | null;
  elements: readonly Element[];
  /** The item that the Tab key comes to. */
  current: number;
  /** The path of the box that gets the focus when the next drawing is there. */
  focusNext: string | null;
  /** The place of the shown match among all matches; -1 for none. */
  match: number;
}

/** Opens what is inside a state: its own chart, or its inside in this one. */
export function toggleInside(handle: PaneHandle, index: number): void {
  const { drawn, props } = handle;
  const item = drawn.items[index];
  if (item?.kind !== "box" || item.inside === "none") return;
  handle.focusNext = item.name;
  if (item.inside === "chart") props.onChart(chartOf(item.name));
  else props.onCollapse(item.name);
}

/** Makes an item the one that the Tab key comes to. */
export function setCurrent(handle: PaneHandle, index: number): void {
  handle.elements[handle.current]?.setAttribute("tabindex", "-1");
  handle.current = index;
  handle.elements[index]?.setAttribute("tabindex", "0");
}

/** Gives the focus to an item, and makes it the one that the Tab key comes to. */
export function focusItem(handle: PaneHandle, index: number): void {
  const element = handle.elements[index];
  if (!(element instanceof SVGElement)) return;
  setCurrent(handle, index);
  element.focus({ preventScroll: true });
}

/** Selects the next place that the search has found, and brings it into view. */
export function showMatch(handle: PaneHandle, matches: readonly number[], by: 1 | -1): void {
  if (matches.length === 0) return;
  const from = handle.match < 0 && by < 0 ? 0 : handle.match;
  handle.match = (from + by + matches.length) % matches.length;
  const index = matches[handle.match] ?? 0;
  const item = handle.drawn.items[index];
  if (!item || item.kind === "arrow") return;
  setCurrent(handle, index);
  handle.camera?.show(item.place);
  handle.props.onSelect(item.name);
}
