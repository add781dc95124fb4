import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { transitionInfo } from "../../chart/info.ts";
import type { BoxItem, DrawnChart } from "../../chart/items.ts";
import { innermostBoxes } from "../../chart/looks.ts";
import { createCamera } from "./camera.ts";
import type { PaneHandle } from "./pane-handle.ts";

/** Elements that are there once the pane is. */
interface Elements {
  readonly svg: { readonly current: SVGSVGElement | null };
  readonly layer: { readonly current: SVGGElement | null };
}

/**
 * Moves the view with what happens: another chart begins where something is active, a collapsed
 * state stays where it was, and a step brings the state that it enters into view.
 */
export function useCamera(handle: PaneHandle, { svg, layer }: Elements): void {
  const { active, taken, chart } = handle.props;
  const before = useRef<Shown | null>(null);
  useLayoutEffect(() => {
    if (!svg.current || !layer.current) return;
    handle.camera = createCamera(svg.current, layer.current);
    return () => handle.camera?.destroy();
  }, []);
  useEffect(() => {
    const now = { drawn: handle.drawn, boxes: innermostBoxes(handle.drawn, active) };
    if (before.current?.drawn.chart !== chart) open(handle, now);
    else if (before.current.drawn !== now.drawn) follow(handle, before.current.drawn);
    else showEntered(handle, before.current, now);
    before.current = now;
  }, [[...active, ...taken].join(" "), handle.drawn]);
}

interface Shown {
  readonly drawn: DrawnChart;
  readonly boxes: ReadonlySet<BoxItem>;
}

function open({ camera, drawn, props }: PaneHandle, { boxes }: Shown): void {
  const named = boxOf(drawn, drawn.boxOf.get(props.selected ?? "") ?? "");
  const box = named ?? boxOfStep(props.taken, boxes) ?? boxToShow(boxes, drawn);
  camera?.open(drawn.scene, box?.place ?? null);
}

/** Keeps the box that was collapsed or expanded where it was seen, if it can be seen there. */
function follow({ camera, drawn }: PaneHandle, before: DrawnChart): void {
  const changed = [...before.collapsed, ...drawn.collapsed].find(
    (path) => before.collapsed.has(path) !== drawn.collapsed.has(path),
  );
  const from = boxOf(before, before.boxOf.get(changed ?? "") ?? "");
  const to = boxOf(drawn, drawn.boxOf.get(changed ?? "") ?? "");
  if (!from || !to) return;
  camera?.follow(drawn.scene, from.place, to.place);
  camera?.show(to.place);
}

/** Shows a state that the step has entered; or the active ones, when none of them is in view. */
function showEntered({ camera, drawn, props }: PaneHandle, before: Shown, now: Shown): void {
  const entered = new Set([...now.boxes].filter((box) => !before.boxes.has(box)));
  const box = boxOfStep(props.taken, now.boxes) ?? boxToShow(entered, drawn);
  if (box) camera?.show(box.place);
}

/** The box that shows where a transition of the step leads to, or where it stays. */
function boxOfStep(taken: ReadonlySet<string>, boxes: ReadonlySet<BoxItem>): BoxItem | undefined {
  const ends = [...taken].flatMap((key) => {
    const info = transitionInfo(key);
    return info ? [info.to ?? info.from] : [];
  });
  return [...boxes].find(({ name }) =>
    ends.some((path) => `${name}.`.startsWith(`${path}.`) || path.startsWith(`${name}.`)),
  );
}

/** The box of a task, if there is one: regions beside it seldom matter more. */
function boxToShow(boxes: ReadonlySet<BoxItem>, { chart }: DrawnChart): BoxItem | undefined {
  const inTask = [...boxes].filter(({ name }) => chart !== "whole" || !isRegion(name));
  return inTask.find(({ name }) => name !== "idle") ?? inTask[0] ?? [...boxes][0];
}

function isRegion(path: string): boolean {
  return /^(panic\.calm|hotplug|sysctls)/.test(path);
}

function boxOf({ items }: DrawnChart, path: string): BoxItem | undefined {
  return items.find((item): item is BoxItem => item.kind === "box" && item.name === path);
}
