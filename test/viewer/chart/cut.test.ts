import { describe, expect, test } from "vitest";
import { chartDiagram, chartNames, charts } from "../../../src/viewer/chart/charts.ts";
import {
  cutDiagram,
  cutOf,
  cutsOf,
  firstCut,
  isCollapsible,
  keyOf,
} from "../../../src/viewer/chart/cut.ts";

const segments = ["call.locked.normalSegment", "call.locked.crashSegment"];

test("a chart has one cut for each way to collapse it", () => {
  const counts = Object.fromEntries(chartNames.map((name) => [name, cutsOf(name).length]));
  expect(counts).toEqual({
    whole: 16,
    kexec_load: 18,
    kexec_file_load: 3,
    reboot: 5,
    crash_size: 2,
  });
});

describe.each(chartNames)("the cuts of %s", (name) => {
  test("are all different, and begin with the one that is shown first", () => {
    const keys = cutsOf(name).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys[0]).toBe(keyOf(firstCut(name)));
  });

  test("stay as they are when they are collapsed again", () => {
    for (const cut of cutsOf(name)) expect(cutOf(name, new Set(cut))).toEqual(cut);
  });

  test("name only states that are there", () => {
    const paths = chartDiagram(name).states.map(({ path }) => path);
    const named = [...charts[name].closed, ...charts[name].exits, ...charts[name].collapsedFirst];
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });
});

test("what is collapsed inside a collapsed state does not count", () => {
  expect(cutOf("kexec_load", new Set(["call.locked", ...segments]))).toEqual(["call.locked"]);
  expect(cutOf("kexec_load", new Set([...segments].reverse()))).toEqual(segments);
});

test("what is collapsed in another chart does not count", () => {
  expect(cutOf("reboot", new Set(["call.locked", "reboot.jumping"]))).toEqual(["reboot.jumping"]);
});

test("a door is collapsible in its own chart, and always closed in the whole", () => {
  expect(isCollapsible("kexec_load", "call")).toBe(true);
  expect(isCollapsible("whole", "call")).toBe(false);
  expect(isCollapsible("kexec_load", "call.entered")).toBe(false);
});

describe("a collapsed state", () => {
  const { diagram, collapsed, boxOf } = cutDiagram("kexec_load", segments);
  const box = diagram.states.find(({ path }) => path === segments[0]);
  const inside = box && collapsed.get(box);

  test("has no children and says how many states it hides", () => {
    expect(box?.children).toEqual([]);
    expect(inside?.states_count).toBe(7);
  });

  test("is the box of every state inside", () => {
    expect(boxOf.get("call.locked.normalSegment.copying")).toBe(segments[0]);
    expect(boxOf.get("call.locked.normalSegment")).toBe(segments[0]);
    expect(boxOf.get("call.locked.segments")).toBe("call.locked.segments");
  });

  test("keeps the transitions that cross its border, and hides the others", () => {
    const whole = chartDiagram("kexec_load").transitions.length;
    const hidden = [...collapsed.values()].flatMap(({ transitions }) => transitions);
    expect(diagram.transitions.length + hidden.length).toBe(whole);
    const crossing = diagram.transitions.filter(({ source }) => source === box);
    expect(crossing.map(({ target }) => target?.key)).toContain("out");
    expect(crossing.every(({ target }) => target !== box)).toBe(true);
    expect(inside?.transitions.length).toBeGreaterThan(10);
  });
});
