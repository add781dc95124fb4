/** A rectangle in the coordinates of the drawing, in pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From the cell of one frame to that of another. */
export interface WireEnds {
  readonly from: number;
  readonly to: number;
}

/** A line with a head, as paths of SVG. */
export interface Wire {
  readonly line: string;
  readonly head: string;
}

const HEAD_px = 7;
const RADIUS_px = 8;
/** Between two lines of one gutter. */
const LANE_px = 5;
/** Where a row has no neighbour, its gutter is this wide. */
const GUTTER_px = 22;
const COLUMN_GAP_px = 6;

/**
 * Leads wires from cell to cell through the gutters between them, so that none runs over a text.
 *
 * A wire leaves its cell towards the other one's row, runs along the gutter, goes down or up
 * beside the columns where rows lie between, and enters the other cell from outside.
 *
 * @param cells by the numbers that the ends name
 * @returns one for each pair of ends; null where a cell is missing, or both are one
 */
export function routeWires(
  cells: ReadonlyMap<number, Rect>,
  ends: readonly WireEnds[],
): (Wire | null)[] {
  const rows = rowsOf(cells);
  const plans = ends.map((end) => planWire(cells, rows, end));
  const lanes = lanesOf(plans);
  const arrivals = new Map<number, number>();
  return plans.map((plan, i) => {
    if (!plan) return null;
    const to = ends[i]?.to ?? 0;
    const arrival = arrivals.get(to) ?? 0;
    arrivals.set(to, arrival + 1);
    return drawWire(rows, plan, { lane: (gutter) => lanes(i, gutter), arrival });
  });
}

/** A row of cells. */
interface Row {
  readonly top: number;
  readonly bottom: number;
}

/** Which gutters a wire uses; gutter i lies above row i. */
interface WirePlan {
  readonly from: Rect;
  readonly to: Rect;
  readonly exit: number;
  readonly enter: number;
  /** Whether it leaves and enters by the bottom of a cell. */
  readonly exitsBelow: boolean;
  readonly entersBelow: boolean;
}

function rowsOf(cells: ReadonlyMap<number, Rect>): Row[] {
  const rows = new Map<number, Row>();
  for (const { y, height } of cells.values()) {
    const top = Math.round(y);
    const bottom = Math.max(y + height, rows.get(top)?.bottom ?? 0);
    rows.set(top, { top: y, bottom });
  }
  return [...rows.values()].sort((a, b) => a.top - b.top);
}

function planWire(
  cells: ReadonlyMap<number, Rect>,
  rows: readonly Row[],
  ends: WireEnds,
): WirePlan | null {
  const [from, to] = [cells.get(ends.from), cells.get(ends.to)];
  if (!from || !to || ends.from === ends.to) return null;
  const rowOf = ({ y }: Rect): number =>
    rows.findIndex(({ top }) => Math.round(top) === Math.round(y));
  const [a, b] = [rowOf(from), rowOf(to)];
  const exitsBelow = b > a;
  const entersBelow = b < a;
  return {
    from,
    to,
    exit: exitsBelow ? a + 1 : a,
    enter: entersBelow ? b + 1 : b,
    exitsBelow,
    entersBelow,
  };
}

/** Gives every wire a lane of its own in each gutter that it uses: an offset from the middle. */
function lanesOf(plans: readonly (WirePlan | null)[]): (wire: number, gutter: number) => number {
  const users = new Map<number, number[]>();
  for (const [wire, plan] of plans.entries()) {
    for (const gutter of new Set(plan ? [plan.exit, plan.enter] : [])) {
      users.set(gutter, [...(users.get(gutter) ?? []), wire]);
    }
  }
  return (wire, gutter) => {
    const all = users.get(gutter) ?? [];
    const step = Math.min(LANE_px, (GUTTER_px - 8) / Math.max(1, all.length));
    return (all.indexOf(wire) - (all.length - 1) / 2) * step;
  };
}

interface Place {
  readonly lane: (gutter: number) => number;
  /** How many wires have entered the same cell before this one. */
  readonly arrival: number;
}

function drawWire(rows: readonly Row[], plan: WirePlan, { lane, arrival }: Place): Wire {
  const { from, to, exit, enter, exitsBelow, entersBelow } = plan;
  const start = {
    x: from.x + from.width * 0.3,
    y: exitsBelow ? from.y + from.height : from.y,
  };
  const end = {
    x: to.x + to.width * 0.7 - arrival * 10,
    y: entersBelow ? to.y + to.height : to.y,
  };
  const leaves = middleOf(rows, exit) + lane(exit);
  const arrives = middleOf(rows, enter) + lane(enter);
  const side = start.x <= end.x ? to.x - COLUMN_GAP_px / 2 : to.x + to.width + COLUMN_GAP_px / 2;
  const column = side + lane(exit) / 2;
  const middle =
    exit === enter
      ? [
          { x: start.x, y: leaves },
          { x: end.x, y: leaves },
        ]
      : [
          { x: start.x, y: leaves },
          { x: column, y: leaves },
          { x: column, y: arrives },
          { x: end.x, y: arrives },
        ];
  const into = entersBelow ? -1 : 1;
  const neck = { x: end.x, y: end.y - into * HEAD_px };
  return {
    line: rounded([start, ...middle, neck]),
    head: `M${at(end)}L${at({ x: end.x - 5, y: neck.y })}L${at({ x: end.x + 5, y: neck.y })}Z`,
  };
}

/** The middle of a gutter; gutter i lies above row i, the last one below the last row. */
function middleOf(rows: readonly Row[], gutter: number): number {
  const [above, below] = [rows[gutter - 1], rows[gutter]];
  if (below && above) return Math.max(below.top - GUTTER_px, (above.bottom + below.top) / 2);
  if (below) return below.top - GUTTER_px / 2;
  return (above?.bottom ?? 0) + GUTTER_px / 2;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through points whose corners are round. */
function rounded(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return "";
  const corners = points.slice(1, -1).map((corner, i) => {
    const before = points[i] ?? corner;
    const after = points[i + 2] ?? corner;
    const radius = Math.min(RADIUS_px, distance(before, corner) / 2, distance(corner, after) / 2);
    const into = towards(corner, before, radius);
    return `L${at(into)}Q${at(corner)} ${at(towards(corner, after, radius))}`;
  });
  return `M${at(first)}${corners.join("")}L${at(points.at(-1) ?? first)}`;
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  const part = length / whole;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
