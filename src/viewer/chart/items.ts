import type { PlacedText } from "../svg/content.ts";
import { contains, type DiagramState } from "../svg/diagram.ts";
import type { PlacedBox, PlacedEdge, Point, Rectangle } from "../svg/scene.ts";
import { lineWidth } from "../svg/spans.ts";
import { MARK_PX } from "./chart-parts.ts";
import { type ChartName, charts } from "./charts.ts";
import { isCollapsible } from "./cut.ts";
import { stateInfo, transitionInfo } from "./info.ts";
import { type ChartScene, chartScene } from "./layouts.ts";

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
  readonly mark: Point & { readonly anchor: "start" | "end" };
  /** In small letters: what a search finds it by. */
  readonly words: string;
}

/** Returns the drawing of a chart while some states are collapsed; the same for the same ones. */
export function drawnChart(chart: ChartName, collapsed: ReadonlySet<string>): DrawnChart {
  const drawn = chartScene(chart, collapsed);
  const known = drawings.get(drawn);
  if (known) return known;
  const { boxes, edges } = drawn.scene;
  const items: readonly ChartItem[] = [
    ...boxes.map((box) => boxItem(box, chart, drawn)),
    ...edges.map(arrowItem),
    ...boxes.flatMap(rowItems),
    ...edges.flatMap(labelItems),
  ];
  const made = { ...drawn, chart, items };
  drawings.set(drawn, made);
  return made;
}

const drawings = new WeakMap<ChartScene, DrawnChart>();

const ROW_ABOVE_PX = 11;
const ROW_PX = 14;

function boxItem(box: PlacedBox, chart: ChartName, drawn: ChartScene): BoxItem {
  const { state, rectangle, origin, content } = box;
  const texts = content.texts.filter(({ keys }) => !keys).map((text) => moved(text, origin));
  const [title] = texts;
  const inside = insideOf(state, chart, drawn.collapsed);
  const hidden = inside === "hidden" || inside === "chart" ? hiddenIn(state.path, drawn) : [];
  return {
    kind: "box",
    box,
    texts,
    inside,
    name: state.path,
    label: boxLabel(state, inside),
    place: rectangle,
    mark: {
      x: (title?.x ?? rectangle.x) + lineWidth(title?.spans ?? []) + 6,
      y: title?.y ?? rectangle.y,
      anchor: "start",
    },
    words: [state.key, state.description, state.source, ...hidden].join("\n").toLowerCase(),
  };
}

function arrowItem({ transitions, points, label }: PlacedEdge): ArrowItem {
  const headings = label?.content.texts.filter(({ keys }) => !keys) ?? [];
  return {
    kind: "arrow",
    keys: transitions.map(({ key }) => key),
    points,
    texts: label ? headings.map((text) => moved(text, label.rectangle)) : [],
  };
}

function insideOf(
  { path, children }: DiagramState,
  chart: ChartName,
  collapsed: ReadonlySet<string>,
): BoxItem["inside"] {
  if (charts[chart].closed.includes(path)) return "chart";
  if (collapsed.has(path)) return "hidden";
  return children.length > 0 && isCollapsible(chart, path) ? "shown" : "none";
}

function boxLabel({ path, description }: DiagramState, inside: BoxItem["inside"]): string {
  const how = {
    shown: ", expanded",
    hidden: ", collapsed",
    chart: ", a chart of its own",
    none: "",
  };
  return `state ${path}${how[inside]}. ${description}`;
}

/** Names and descriptions of the states inside a box that is drawn without them. */
function hiddenIn(path: string, { boxOf }: ChartScene): readonly string[] {
  return [...boxOf]
    .filter(([state, box]) => box === path && state !== path)
    .flatMap(([state]) => [state.split(".").at(-1) ?? "", stateInfo(state)?.description ?? ""]);
}

function rowItems({ state, origin, content }: PlacedBox): readonly LineItem[] {
  const right = origin.x + content.width;
  return linesOf(content.texts).map((texts): LineItem => {
    const keys = texts[0]?.keys ?? [];
    const y = origin.y + (texts[0]?.y ?? 0);
    return {
      ...lineOf(keys, texts, state.path),
      texts: texts.map((text) => moved(text, origin)),
      place: { x: origin.x + 5, y: y - ROW_ABOVE_PX, width: content.width - 10, height: ROW_PX },
      mark: { x: right - 8, y, anchor: "end" },
    };
  });
}

function labelItems({ label, transitions }: PlacedEdge): readonly LineItem[] {
  if (!label) return [];
  const { rectangle, content } = label;
  return linesOf(content.texts).map((texts): LineItem => {
    const [first] = texts;
    const x = rectangle.x + (first?.x ?? 0);
    const y = rectangle.y + (first?.y ?? 0);
    const end = x + lineWidth(first?.spans ?? []);
    const isShifted = (first?.x ?? 0) >= MARK_PX;
    return {
      ...lineOf(first?.keys ?? [], texts, transitions[0]?.source.path ?? ""),
      texts: texts.map((text) => moved(text, rectangle)),
      place: { x: x - 3, y: y - ROW_ABOVE_PX, width: end - x + 6, height: ROW_PX },
      mark: isShifted ? { x: x - 6, y, anchor: "end" } : { x: end + 6, y, anchor: "start" },
    };
  });
}

/** The texts that stand for transitions, line by line: the cells of a row share one array. */
function linesOf(texts: readonly PlacedText[]): readonly (readonly PlacedText[])[] {
  const lines = new Map<readonly string[], PlacedText[]>();
  for (const text of texts) {
    if (text.keys) lines.set(text.keys, [...(lines.get(text.keys) ?? []), text]);
  }
  return [...lines.values()];
}

/** A line that stands for several transitions selects the state that they are in. */
function lineOf(
  keys: readonly string[],
  texts: readonly PlacedText[],
  path: string,
): Pick<LineItem, "kind" | "keys" | "name" | "label" | "words"> {
  const [key] = keys;
  const shown = texts.flatMap(({ spans }) => spans.map(({ text }) => text)).join(" ");
  const isOne = key !== undefined && keys.length === 1;
  return {
    kind: "line",
    keys,
    name: isOne ? key : path,
    label: isOne ? transitionLabel(key) : `${shown} of ${path}`,
    words: keys.flatMap(transitionWords).join("\n").toLowerCase(),
  };
}

function transitionLabel(key: string): string {
  const info = transitionInfo(key);
  if (!info) return key;
  const parts = [
    `transition of ${info.from}: ${info.event ?? "always"}`,
    info.guard === null ? "" : `if ${info.guard}`,
    info.result === null ? "" : `returns ${info.result.text}`,
    info.to === null ? "stays" : `to ${info.to}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function transitionWords(key: string): readonly string[] {
  const info = transitionInfo(key);
  if (!info) return [];
  const { event, guard, result, actions, description, source } = info;
  return [event ?? "always", guard ?? "", result?.text ?? "", ...actions, description, source];
}

function moved(text: PlacedText, by: Point): PlacedText {
  return { ...text, x: text.x + by.x, y: text.y + by.y };
}

/** Whether one state of a drawing contains another. */
export function isAround(outer: BoxItem, inner: BoxItem): boolean {
  return contains(outer.box.state, inner.box.state);
}
