import { type Direction, nextPlace } from "../../chart/walk.ts";
import { focusItem, type PaneHandle, toggleInside } from "./pane-handle.ts";
import { itemAt } from "./pointer.ts";
import { ZOOM_STEP } from "./toolbar.tsx";

/**
 * Keys of a chart. On the chart itself the arrows pan; on a state or transition they walk to the
 * next one, Enter selects it, and `e` shows or hides what is inside. Shift pans everywhere.
 */
export function onChartKey(handle: PaneHandle, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const index = itemAt(event.target);
  const done =
    zoomKey(handle, event.key) ||
    arrowKey(handle, event, index) ||
    (index >= 0 && itemKey(handle, event.key, index));
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

const PAN_PX = 60;

const arrows: Readonly<Record<string, readonly [Direction, number, number]>> = {
  ArrowUp: ["up", 0, PAN_PX],
  ArrowDown: ["down", 0, -PAN_PX],
  ArrowLeft: ["left", PAN_PX, 0],
  ArrowRight: ["right", -PAN_PX, 0],
};

function zoomKey({ camera }: PaneHandle, key: string): boolean {
  if (key === "+" || key === "=") camera?.zoomBy(ZOOM_STEP);
  else if (key === "-" || key === "_") camera?.zoomBy(1 / ZOOM_STEP);
  else if (key === "0") camera?.showAll();
  else return false;
  return true;
}

function arrowKey(handle: PaneHandle, event: KeyboardEvent, index: number): boolean {
  const arrow = arrows[event.key];
  if (!arrow) return false;
  const [direction, dx, dy] = arrow;
  const places = handle.drawn.items.map((item) => (item.kind === "arrow" ? null : item.place));
  const from = places[index];
  if (event.shiftKey || !from) {
    handle.camera?.panBy(dx, dy);
    return true;
  }
  const next = nextPlace(places, from, direction);
  const place = places[next];
  if (!place) return true;
  focusItem(handle, next);
  handle.camera?.show(place);
  return true;
}

function itemKey(handle: PaneHandle, key: string, index: number): boolean {
  const item = handle.drawn.items[index];
  if (!item || item.kind === "arrow") return false;
  switch (key) {
    case "Enter":
    case " ":
      if (item.name === handle.props.selected) toggleInside(handle, index);
      else handle.props.onSelect(item.name);
      return true;
    case "e":
      toggleInside(handle, index);
      return true;
    case "Escape":
      handle.props.onSelect(null);
      return true;
    default:
      return false;
  }
}
