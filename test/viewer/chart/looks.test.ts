import { describe, expect, test } from "vitest";
import { chartNames } from "../../../src/viewer/chart/charts.ts";
import { type DrawnChart, drawnChart } from "../../../src/viewer/chart/items.ts";
import {
  type ChartStatus,
  looksOf,
  matchesOf,
  type OverlayMark,
  shortCount,
} from "../../../src/viewer/chart/looks.ts";
import type { PlacedText } from "../../../src/viewer/svg/content.ts";
import { encloses } from "./rectangles.ts";

const nothing: ChartStatus = {
  active: new Set(),
  activeOther: new Set(),
  taken: new Set(),
  selected: null,
  overlay: null,
  search: "",
};

const open = drawnChart("kexec_load", new Set());
const image = "call.locked.kimageAllocInit";
const closed = drawnChart("kexec_load", new Set([image]));
const inImage = new Set(["call", "call.locked", image, `${image}.unchecked`]);

/** The names of the items that have a class, without those of arrows. */
function having(name: string, drawn: DrawnChart, status: Partial<ChartStatus>): string[] {
  const looks = looksOf(drawn, { ...nothing, ...status });
  return drawn.items.flatMap((item, index) =>
    item.kind !== "arrow" && looks[index]?.classes.includes(name) ? [item.name] : [],
  );
}

function done(times: number | null): OverlayMark {
  return { kind: "done", times, text: "taken" };
}

function markTexts(drawn: DrawnChart, marks: readonly [string, OverlayMark][]): string[] {
  const overlay = { name: "test", marks: new Map(marks) };
  return looksOf(drawn, { ...nothing, overlay }).flatMap(({ mark }) => (mark ? [mark.text] : []));
}

describe("an active state", () => {
  test("is lit in its own box, and the boxes around it are its way there", () => {
    expect(having("active", open, { active: inImage })).toEqual([`${image}.unchecked`]);
    expect(having("within", open, { active: inImage })).toEqual(["call", "call.locked", image]);
  });

  test("lights the collapsed box that it is in", () => {
    expect(having("active", closed, { active: inImage })).toEqual([image]);
    expect(having("within", closed, { active: inImage })).toEqual(["call", "call.locked"]);
  });

  test("of two tasks and of a second run are all lit", () => {
    const active = new Set([...inImage, "call.admitted"]);
    const activeOther = new Set(["call", "call.returning"]);
    const two = ["call.admitted", `${image}.unchecked`];
    expect(having("active", open, { active })).toEqual(two);
    expect(having("other", open, { active, activeOther })).toEqual(["call.returning"]);
  });

  test("of another chart lights nothing", () => {
    expect(having("active", open, { active: new Set(["reboot", "reboot.entered"]) })).toEqual([]);
  });

  test("lights the door in the whole, and the region beside the tasks", () => {
    const whole = drawnChart("whole", new Set());
    const active = new Set([...inImage, "panic", "panic.calm"]);
    expect(having("active", whole, { active })).toEqual(["call", "panic.calm"]);
    expect(having("within", whole, { active })).toEqual(["running", "task", "panic"]);
  });
});

test("a taken transition is lit with its arrow, or with the line that stands for it", () => {
  const taken = new Set(["call.admitted kexec_trylock 1"]);
  const looks = looksOf(open, { ...nothing, taken });
  const kinds = open.items.filter((_, index) => looks[index]?.classes.includes("taken"));
  expect(kinds.map(({ kind }) => kind)).toEqual(["arrow", "line"]);
  const inside = new Set([`${image}.unchecked sanity_check_segment_list 0`]);
  expect(having("taken", closed, { taken: inside })).toEqual([image]);
});

test("what is selected is one item, also where others stand for several", () => {
  expect(having("selected", closed, { selected: image })).toEqual([image]);
  const key = "call.admitted kexec_trylock 0";
  expect(having("selected", open, { selected: key })).toEqual([key]);
});

describe("a mark", () => {
  test("is a sign and a count that fits", () => {
    const texts = (mark: OverlayMark) => markTexts(open, [["call.admitted", mark]]);
    expect(texts(done(1234))).toEqual(["✓ 1.2k"]);
    expect(texts(done(null))).toEqual(["✓"]);
    expect(texts({ kind: "missing", times: 0, text: "" })).toEqual(["– 0"]);
    expect(texts({ kind: "impossible", times: 0, text: "" })).toEqual(["∅"]);
  });

  test("of a line for several transitions counts those that are possible", () => {
    const key = (i: number) => `${image}.unchecked sanity_check_segment_list ${i}`;
    const missing: OverlayMark = { kind: "missing", times: 0, text: "" };
    const impossible: OverlayMark = { kind: "impossible", times: 0, text: "" };
    expect(markTexts(closed, [[key(0), done(3)]])).toEqual(["✓ 1/1"]);
    expect(
      markTexts(closed, [
        [key(0), done(3)],
        [key(1), missing],
        [key(2), impossible],
      ]),
    ).toEqual(["– 1/2"]);
  });

  test.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.0k"],
    [9949, "9.9k"],
    [9950, "10k"],
    [999_499, "999k"],
    [999_500, "1.0M"],
    [1_234_567_890, "1.2G"],
  ])("counts %d as %s", (count, text) => {
    expect(shortCount(count)).toBe(text);
  });
});

describe("a search", () => {
  const found = (drawn: DrawnChart, search: string) =>
    matchesOf(drawn, search).flatMap((index) => {
      const item = drawn.items[index];
      return item && item.kind !== "arrow" ? [item.name] : [];
    });

  test("finds states by name and description, and transitions by guard, event and errno", () => {
    expect(found(open, "choosingslot")).toEqual(["call.locked.choosingSlot"]);
    expect(found(open, "lacksCapSysBoot")).toEqual(["call.entered kexec_load_check 0"]);
    expect(found(open, "EBUSY")).toEqual(["call.admitted kexec_trylock 0"]);
  });

  test("finds the box that hides a state", () => {
    expect(found(closed, "a page to swap through")).toEqual([image]);
  });

  test("dims what it does not find, but no box around others", () => {
    const dimmed = having("dim", open, { search: "EBUSY" });
    expect(dimmed).toContain("call.entered");
    expect(dimmed).not.toContain("call.locked");
    expect(having("dim", open, { search: " " })).toEqual([]);
  });
});

test.each(chartNames)("every text of %s belongs to one item", (name) => {
  const { scene, items } = drawnChart(name, new Set());
  const contents = [
    ...scene.boxes.map(({ content }) => content),
    ...scene.edges.flatMap(({ label }) => (label ? [label.content] : [])),
  ];
  const words = (texts: readonly PlacedText[]) =>
    texts.map(({ spans }) => spans.map(({ text }) => text).join("")).sort();
  const drawn = words(items.flatMap(({ texts }) => texts));
  expect(drawn).toEqual(words(contents.flatMap(({ texts }) => texts)));
});

test.each(chartNames)("every line of %s is inside its box, and has a label to be read", (name) => {
  const drawn = drawnChart(name, new Set());
  const ground = { x: 0, y: 0, width: drawn.scene.width, height: drawn.scene.height };
  for (const item of drawn.items) {
    if (item.kind === "arrow") continue;
    expect(encloses(ground, item.place), item.name).toBe(true);
    expect(item.label).toMatch(/^(state|transition of|\d+ ) ?/);
  }
});
