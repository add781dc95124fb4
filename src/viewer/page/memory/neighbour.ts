import type { Rect } from "./wires.ts";

/**
 * The cell that a key leads to: the next one in order, or the nearest of the next row.
 *
 * @param cells in the order of reading
 * @returns null when the key leads nowhere
 */
export function neighbourOf(
  cells: ReadonlyMap<number, Rect>,
  from: number,
  key: string,
): number | null {
  const order = [...cells.keys()];
  const i = order.indexOf(from);
  if (key === "ArrowRight") return order[i + 1] ?? null;
  if (key === "ArrowLeft") return order[i - 1] ?? null;
  if (key === "Home") return order[0] ?? null;
  if (key === "End") return order.at(-1) ?? null;
  if (key === "ArrowDown") return nearestRow(cells, from, 1);
  if (key === "ArrowUp") return nearestRow(cells, from, -1);
  return null;
}

function nearestRow(
  cells: ReadonlyMap<number, Rect>,
  from: number,
  direction: 1 | -1,
): number | null {
  const here = cells.get(from);
  if (!here) return null;
  const distance = ({ x, y }: Rect): number => {
    const rows = (y - here.y) * direction;
    return rows > 1 ? rows * 1000 + Math.abs(x - here.x) : Number.POSITIVE_INFINITY;
  };
  const [best] = [...cells].sort(([, a], [, b]) => distance(a) - distance(b));
  return best && distance(best[1]) < Number.POSITIVE_INFINITY ? best[0] : null;
}
