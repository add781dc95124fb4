import type { ChartItem } from "../../chart/items.ts";
import { focusItem, type PaneHandle, toggleInside } from "./pane-handle.ts";

/** A click selects what it meets; on the ground it selects nothing; on a knob it opens. */
export function onChartClick(handle: PaneHandle, event: MouseEvent): void {
  const index = itemAt(event.target);
  const item = handle.drawn.items[index];
  if (!item) {
    handle.props.onSelect(null);
    return;
  }
  if (event.target instanceof Element && event.target.closest("[data-toggle]")) {
    toggleInside(handle, index);
    return;
  }
  if (item.kind !== "arrow") focusItem(handle, index);
  handle.props.onSelect(nameOf(item));
}

/** A double click opens a box, or what hides behind a line for many transitions. */
export function onChartDoubleClick(handle: PaneHandle, event: MouseEvent): void {
  const index = itemAt(event.target);
  const item = handle.drawn.items[index];
  if (item?.kind === "line" && item.keys.length !== 1) {
    const box = handle.drawn.items.findIndex(
      (other) => other.kind === "box" && other.name === item.name,
    );
    toggleInside(handle, box);
  } else {
    toggleInside(handle, index);
  }
}

/** The number of the item that an element belongs to, or -1. */
export function itemAt(target: EventTarget | null): number {
  const element = target instanceof Element ? target.closest("[data-item]") : null;
  return element ? Number(element.getAttribute("data-item")) : -1;
}

function nameOf(item: ChartItem): string | null {
  return item.kind === "arrow" ? (item.keys[0] ?? null) : item.name;
}
