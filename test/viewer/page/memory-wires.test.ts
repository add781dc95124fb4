import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neighbourOf } from "../../../src/viewer/page/memory/neighbour.ts";
import { type Rect, routeWires } from "../../../src/viewer/page/memory/wires.ts";

/** Cells of 80 x 90 pixels with gaps of 6 and 22, as the map draws them. */
function grid(count: number, columns: number): Map<number, Rect> {
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const [x, y] = [(i % columns) * 86, 30 + Math.floor(i / columns) * 112];
      return [i, { x, y, width: 80, height: 90 }];
    }),
  );
}

/** The points of a path, corners included. */
function points(path: string): { readonly x: number; readonly y: number }[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

const ends = fc
  .tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 19 }))
  .map(([from, to]) => ({ from, to }));

describe("wires", () => {
  test("no point of a wire lies inside a cell", () => {
    fc.assert(
      fc.property(
        fc.array(ends, { maxLength: 6 }),
        fc.integer({ min: 3, max: 9 }),
        (all, columns) => {
          const cells = grid(20, columns);
          for (const wire of routeWires(cells, all)) {
            for (const { x, y } of points(wire?.line ?? "")) {
              const inside = [...cells.values()].some(
                (cell) =>
                  x > cell.x && x < cell.x + cell.width && y > cell.y && y < cell.y + cell.height,
              );
              expect(inside).toBe(false);
            }
          }
        },
      ),
    );
  });

  test("no piece of a wire runs through a cell", () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 3, max: 9 }), (end, columns) => {
        const cells = grid(20, columns);
        const [wire] = routeWires(cells, [end]);
        const line = points(wire?.line ?? "");
        for (const [i, b] of line.entries()) {
          const a = line[i - 1] ?? b;
          for (let part = 0; part <= 1; part += 0.1) {
            const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
            const inside = [...cells.values()].some(
              (cell) =>
                x > cell.x && x < cell.x + cell.width && y > cell.y && y < cell.y + cell.height,
            );
            expect(inside).toBe(false);
          }
        }
      }),
    );
  });

  test("the head of a wire touches the cell that it leads to", () => {
    const cells = grid(12, 4);
    for (const to of [0, 2, 3, 9]) {
      const [wire] = routeWires(cells, [{ from: 6, to }]);
      const [tip] = points(wire?.head ?? "");
      const cell = cells.get(to);
      expect(tip && cell && (tip.y === cell.y || tip.y === cell.y + cell.height)).toBe(true);
    }
  });

  test("two wires of one gutter have lanes of their own", () => {
    const lanes = routeWires(grid(12, 4), [
      { from: 0, to: 2 },
      { from: 1, to: 3 },
    ]).map((wire) => Math.min(...points(wire?.line ?? "").map(({ y }) => y)));
    expect(new Set(lanes).size).toBe(2);
  });

  test("a page in place and a cell that is not drawn have no wire", () => {
    const wires = routeWires(grid(4, 4), [
      { from: 1, to: 1 },
      { from: 1, to: 7 },
    ]);
    expect(wires).toEqual([null, null]);
  });
});

describe("keys among the frames", () => {
  const cells = grid(10, 4);
  const cases: readonly (readonly [key: string, from: number, to: number | null])[] = [
    ["ArrowRight", 3, 4], // the end of a row leads to the next one
    ["ArrowRight", 9, null],
    ["ArrowLeft", 0, null],
    ["ArrowDown", 1, 5],
    ["ArrowDown", 7, 9], // the last row is shorter
    ["ArrowUp", 1, null],
    ["ArrowUp", 9, 5],
    ["Home", 6, 0],
    ["End", 2, 9],
    ["x", 2, null],
  ];
  test.each(cases)("%s leads from frame %s to %s", (key, from, to) => {
    expect(neighbourOf(cells, from, key)).toBe(to);
  });
});
