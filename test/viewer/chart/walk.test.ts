import { describe, expect, test } from "vitest";
import { type Direction, nextPlace } from "../../../src/viewer/chart/walk.ts";

const place = (x: number, y: number) => ({ x, y, width: 40, height: 20 });
const [start, right, below, farBelow, aside] = [
  place(0, 0),
  place(100, 0),
  place(10, 50),
  place(0, 200),
  place(300, 40),
];
const places = [start, right, null, below, farBelow, aside];

describe("walking from a place", () => {
  test.each<[Direction, number]>([
    ["right", 1],
    ["down", 3], // the nearer one that lies ahead, not the one further aside
    ["left", -1],
    ["up", -1],
  ])("%s comes to place %d", (direction, index) => {
    expect(nextPlace(places, start, direction)).toBe(index);
  });

  test("back comes to where it was", () => {
    expect(nextPlace(places, below, "up")).toBe(0);
  });
});
