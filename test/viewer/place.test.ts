import { describe, expect, test } from "vitest";
import { contains } from "../../src/viewer/svg/diagram.ts";
import { placeStatechart } from "../../src/viewer/svg/draw.ts";
import { overlap, type Rectangle, type Scene, spansOf } from "../../src/viewer/svg/scene.ts";
import { FONTS, lineWidth } from "../../src/viewer/svg/spans.ts";
import { textWidth } from "../../src/viewer/svg/text.ts";
import { regionsMachine } from "./regions.ts";
import { sampleExits, sampleMachine } from "./sample.ts";

const failing = async () => {
  throw new Error("no layout");
};

describe.each([
  ["kexec_load", await placeStatechart(sampleMachine, { exits: sampleExits })],
  ["kexec_load without exits", await placeStatechart(sampleMachine)],
  ["kexec_load as a list", await placeStatechart(sampleMachine, { layout: failing })],
  ["parallel regions", await placeStatechart(regionsMachine)],
] as const)("in the drawing of %s", (_, scene) => {
  const leaves = scene.boxes.filter(({ state }) => state.children.length === 0);
  const labels = scene.edges.flatMap(({ label }) => (label ? [label.rectangle] : []));
  const lines = scene.edges.flatMap(({ points }) => spansOf(points));

  test("no two atomic states overlap", () => {
    expect(overlaps(leaves.map(rectangle), leaves.map(rectangle))).toEqual([]);
  });

  test("no label overlaps an atomic state, a header or another label", () => {
    expect(overlaps(labels, leaves.map(rectangle))).toEqual([]);
    expect(overlaps(labels, headersOf(scene))).toEqual([]);
    expect(overlaps(labels, labels)).toEqual([]);
  });

  test("no edge runs through an atomic state, a header or a label", () => {
    expect(overlaps(lines, leaves.map(rectangle))).toEqual([]);
    expect(overlaps(lines, headersOf(scene))).toEqual([]);
    expect(overlaps(lines, labels)).toEqual([]);
  });

  test("every state is inside the one that contains it, and all are on the ground", () => {
    const ground = { x: 0, y: 0, width: scene.width, height: scene.height };
    for (const inner of scene.boxes) {
      expect(encloses(ground, inner.rectangle), inner.state.path).toBe(true);
      for (const outer of scene.boxes.filter(({ state }) => contains(state, inner.state))) {
        expect(encloses(outer.rectangle, inner.rectangle), inner.state.path).toBe(true);
      }
    }
    for (const label of labels) expect(encloses(ground, label)).toBe(true);
  });

  test("every text is inside its box", () => {
    for (const { state, rectangle: outer, origin, content } of scene.boxes) {
      for (const { x, y, spans } of content.texts) {
        const line = {
          x: origin.x + x,
          y: origin.y + y - FONTS.title.size_px,
          width: lineWidth(spans),
          height: FONTS.title.size_px,
        };
        expect(encloses(outer, line), `${state.path}: ${spans[0]?.text}`).toBe(true);
      }
    }
  });
});

test("early exits cost no edge", async () => {
  const collapsed = await placeStatechart(sampleMachine, { exits: sampleExits });
  const exits = collapsed.edges.flatMap(({ transitions }) =>
    transitions.filter(({ result }) => result?.failed),
  );
  expect(exits).toEqual([]);
  const all = await placeStatechart(sampleMachine);
  expect(all.edges.length - collapsed.edges.length).toBeGreaterThan(15);
});

test("the only way out of a state stays an edge, even to an exit", async () => {
  const scene = await placeStatechart(sampleMachine, { exits: sampleExits });
  const edges = scene.edges.map(({ transitions }) => transitions[0]);
  const from = (path: string) => edges.find((edge) => edge?.source.path === path)?.target?.path;
  expect(from("call.locked.unlocking")).toBe("call.returning");
  expect(from("call.locked.doKexecLoad.ready")).toBe("call.locked.out");
});

test("a parallel state has no initial marker, and each of its regions has one", async () => {
  const { initials } = await placeStatechart(regionsMachine);
  expect(initials).toHaveLength(3);
});

test("a text is as wide as Helvetica draws it", () => {
  expect(textWidth("kexec_load", { size_px: 10 })).toBeCloseTo(50.58, 2);
  expect(textWidth("M", { size_px: 10, bold: true })).toBeCloseTo(8.33, 2);
});

function rectangle(placed: { readonly rectangle: Rectangle }): Rectangle {
  return placed.rectangle;
}

/** The names and descriptions of the states that contain others. */
function headersOf(scene: Scene): Rectangle[] {
  return scene.boxes
    .filter(({ state }) => state.children.length > 0)
    .flatMap(({ origin, content }) =>
      content.texts.map(({ x, y, spans }) => ({
        x: origin.x + x,
        y: origin.y + y - 9,
        width: lineWidth(spans),
        height: 11,
      })),
    );
}

/** The pairs that share an area; an element does not count against itself. */
function overlaps(some: readonly Rectangle[], others: readonly Rectangle[]) {
  return some.flatMap((one, index) =>
    others
      .filter((other, place) => (some === others ? place > index : one !== other))
      .filter((other) => overlap(one, other))
      .map((other) => [one, other]),
  );
}

function encloses(outer: Rectangle, inner: Rectangle): boolean {
  const slack_px = 0.01;
  return (
    inner.x >= outer.x - slack_px &&
    inner.y >= outer.y - slack_px &&
    inner.x + inner.width <= outer.x + outer.width + slack_px &&
    inner.y + inner.height <= outer.y + outer.height + slack_px
  );
}
