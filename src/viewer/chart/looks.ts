import type { BoxItem, ChartItem, DrawnChart } from "./items.ts";
import { isAround } from "./items.ts";

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
export function looksOf(drawn: DrawnChart, status: ChartStatus): readonly Look[] {
  const active = innermostBoxes(drawn, status.active);
  const other = innermostBoxes(drawn, status.activeOther);
  const search = status.search.trim().toLowerCase();
  return drawn.items.map((item) => {
    const keys = item.kind === "box" ? [] : item.keys;
    const isActive = item.kind === "box" && active.has(item);
    const isTaken = keys.some((key) => status.taken.has(key));
    const isSelected = item.kind === "arrow" ? isOneOf(item.keys, status) : isNamed(item, status);
    const isMatch = search !== "" && item.kind !== "arrow" && item.words.includes(search);
    const mark = item.kind === "arrow" ? null : markOf(item, status.overlay);
    const classes = [
      ...(isActive ? ["active"] : []),
      ...(item.kind === "box" && [...active].some((one) => isAround(item, one)) ? ["within"] : []),
      ...(item.kind === "box" && other.has(item) ? ["other"] : []),
      ...(isTaken ? ["taken"] : []),
      ...(isSelected ? ["selected"] : []),
      ...(isMatch ? ["match"] : []),
      ...(search !== "" && !isMatch && !isFrame(item) ? ["dim"] : []),
      ...(mark ? [mark.kind] : []),
    ];
    const said = [isActive && "active", isTaken && "taken", mark?.title].filter((part) => !!part);
    return { classes, mark, said: said.join(", ") };
  });
}

/** The items that a search finds, in the order in which they are drawn. */
export function matchesOf(drawn: DrawnChart, search: string): readonly number[] {
  const words = search.trim().toLowerCase();
  if (words === "") return [];
  return drawn.items.flatMap((item, index) =>
    item.kind !== "arrow" && item.words.includes(words) ? [index] : [],
  );
}

/** The boxes that show the innermost of some states: of a task, and of each region. */
export function innermostBoxes(
  drawn: DrawnChart,
  paths: ReadonlySet<string>,
): ReadonlySet<BoxItem> {
  const shown = new Set([...paths].flatMap((path) => drawn.boxOf.get(path) ?? []));
  const boxes = drawn.items.filter(
    (item): item is BoxItem => item.kind === "box" && shown.has(item.name),
  );
  return new Set(boxes.filter((box) => !boxes.some((other) => isAround(box, other))));
}

/** A count in at most four characters. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const [value, unit] =
    count < 999_500
      ? [count / 1e3, "k"]
      : count < 999_500_000
        ? [count / 1e6, "M"]
        : [count / 1e9, "G"];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)}${unit}`;
}

/** What stands for each kind of mark, wherever one is shown. */
export const markSigns: Readonly<Record<OverlayMark["kind"], string>> = {
  done: "✓",
  missing: "–",
  diverged: "≠",
  impossible: "∅",
};

/** A line for several transitions says how many of those that are possible are done. */
function markOf(item: Exclude<ChartItem, { kind: "arrow" }>, overlay: Overlay | null) {
  if (!overlay) return null;
  if (item.kind === "box" || item.keys.length === 1) {
    return shownMark(overlay.marks.get(item.name));
  }
  const marks = item.keys.flatMap((key) => overlay.marks.get(key) ?? []);
  const possible = marks.filter(({ kind }) => kind !== "impossible");
  if (possible.length === 0) return shownMark(marks[0]);
  const done = possible.filter(({ kind }) => kind === "done").length;
  const worst = (["diverged", "missing", "done"] as const).find((kind) =>
    possible.some((mark) => mark.kind === kind),
  );
  const kind = worst ?? "done";
  return {
    kind,
    text: `${markSigns[kind]} ${done}/${possible.length}`,
    title: `${done} of ${possible.length}`,
  };
}

function shownMark(mark: OverlayMark | undefined): ShownMark | null {
  if (!mark) return null;
  const { kind, times, text } = mark;
  const isCounted = times !== null && kind !== "impossible";
  return {
    kind,
    text: `${markSigns[kind]}${isCounted ? ` ${shortCount(times)}` : ""}`,
    title: text,
  };
}

function isNamed(item: Exclude<ChartItem, { kind: "arrow" }>, { selected }: ChartStatus): boolean {
  return item.name === selected && (item.kind === "box" || item.keys.length === 1);
}

function isOneOf(keys: readonly string[], { selected }: ChartStatus): boolean {
  return selected !== null && keys.includes(selected);
}

/** A box around others; to dim it would dim what is found inside. */
function isFrame(item: ChartItem): boolean {
  return item.kind === "box" && item.box.state.children.length > 0;
}
