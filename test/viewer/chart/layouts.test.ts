import { describe, expect, test } from "vitest";
import { chartParts } from "../../../src/viewer/chart/chart-parts.ts";
import { chartDiagram, chartNames } from "../../../src/viewer/chart/charts.ts";
import { cutsOf, keyOf } from "../../../src/viewer/chart/cut.ts";
import { geometryOf, partsDigest, sceneOf } from "../../../src/viewer/chart/geometry.ts";
import { chartScene, storedLayouts } from "../../../src/viewer/chart/layouts.ts";
import { contains } from "../../../src/viewer/svg/diagram.ts";
import { renderScene } from "../../../src/viewer/svg/render.ts";
import { overlap, type Scene } from "../../../src/viewer/svg/scene.ts";
import { lineWidth } from "../../../src/viewer/svg/spans.ts";
import { descendants, parseXml } from "../xml.ts";
import { encloses, smaller } from "./rectangles.ts";

const cases = chartNames.flatMap((name) =>
  cutsOf(name).map((cut) => [name, keyOf(cut) || "nothing", cut] as const),
);

test("the stored layouts are those of the statecharts as they are: else run npm run layout", () => {
  const stored = storedLayouts.map(({ chart, cut, digest }) => [chart, keyOf(cut), digest]);
  const expected = cases.map(([name, , cut]) => [
    name,
    keyOf(cut),
    partsDigest(chartParts(name, cut).parts),
  ]);
  expect(stored, "run npm run layout").toEqual(expected);
});

describe.each(cases)("%s with %s collapsed", (name, _, cut) => {
  const { scene, boxOf, collapsed } = chartScene(name, new Set(cut));
  const paths = scene.boxes.map(({ state }) => state.path);

  test("shows every state, in a box of its own or in that of a collapsed one", () => {
    for (const { path } of chartDiagram(name).states) {
      const box = boxOf.get(path) ?? "";
      expect(paths, path).toContain(box);
      if (box !== path) {
        expect(collapsed).toContain(box);
        expect(path.startsWith(`${box}.`)).toBe(true);
      }
    }
  });

  test("has a line for each transition", () => {
    const shown = new Set(keysIn(scene));
    const missing = chartDiagram(name).transitions.filter(({ key }) => !shown.has(key));
    expect(missing.map(({ key }) => key)).toEqual([]);
    expect(keysIn(scene)).toHaveLength(shown.size);
  });

  test("keeps siblings, labels and texts apart", () => {
    const boxes = scene.boxes.map(({ state, rectangle }) => ({ state, rectangle }));
    const labels = scene.edges.flatMap(({ label }) => (label ? [label.rectangle] : []));
    const leaves = boxes.filter(({ state }) => state.children.length === 0);
    for (const one of boxes) {
      for (const other of boxes) {
        if (one === other || one.state.parent !== other.state.parent) continue;
        expect(overlap(one.rectangle, other.rectangle), one.state.path).toBe(false);
      }
    }
    for (const { state, rectangle } of leaves) {
      expect(
        labels.filter((label) => overlap(label, smaller(rectangle))),
        state.path,
      ).toEqual([]);
    }
    labels.forEach((label, index) => {
      expect(labels.slice(index + 1).filter((other) => overlap(smaller(label), other))).toEqual([]);
    });
  });

  test("keeps every box in the one that contains it, and every text of a label in its room", () => {
    for (const inner of scene.boxes) {
      for (const outer of scene.boxes.filter(({ state }) => contains(state, inner.state))) {
        expect(encloses(outer.rectangle, inner.rectangle), inner.state.path).toBe(true);
      }
    }
    for (const { label } of scene.edges) {
      for (const { x, spans } of label?.content.texts ?? []) {
        expect(x + lineWidth(spans)).toBeLessThanOrEqual((label?.rectangle.width ?? 0) + 0.5);
      }
    }
  });
});

test("a chart as a document is well-formed and has a box for each state", () => {
  const { scene } = chartScene("kexec_load", new Set());
  const drawing = parseXml(renderScene(scene, { title: "kexec_load", description: "<&>" }));
  const boxes = descendants(drawing).filter(({ attributes }) => attributes.has("data-state"));
  expect(boxes).toHaveLength(chartDiagram("kexec_load").states.length);
});

test("places of another chart are refused", () => {
  const { scene } = chartScene("reboot", new Set());
  const { parts } = chartParts("crash_size", []);
  expect(() => sceneOf(parts, geometryOf(scene))).toThrow("expected places for 9 boxes");
});

test("stored places are in halves of a pixel", () => {
  const numbers = storedLayouts.flatMap(({ boxes, edges }) => [...boxes, ...edges].flat());
  expect(numbers.filter((number) => !Number.isInteger(number * 2))).toEqual([]);
});

function keysIn({ boxes, edges }: Scene): readonly string[] {
  const contents = [
    ...boxes.map(({ content }) => content),
    ...edges.flatMap(({ label }) => (label ? [label.content] : [])),
  ];
  // the cells of a row share one array
  const lines = contents.flatMap(({ texts }) => [
    ...new Set(texts.flatMap(({ keys }) => (keys ? [keys] : []))),
  ]);
  return lines.flat();
}
