import { describe, expect, test } from "vitest";
import { contentName, PEER } from "../../src/memory/content.ts";
import { purposes } from "../../src/memory/frames.ts";
import * as layout from "../../src/memory/layout.ts";
import { codes, readSpec, sections, tableRows } from "./markdown.ts";

const text = readSpec("memory.md");
const rows = tableRows(text, "field", "of", "meaning");

/** The fields of the state: the constants of the layout that are written in capitals. */
const fields = Object.entries(layout)
  .filter(([name, value]) => typeof value === "number" && /^[A-Z][A-Z_]*$/.test(name))
  .map(([name]) => name);

describe("the table of state variables", () => {
  test("it has a row for every field of the layout, in its order, and no other row", () => {
    const named = rows.map(({ field }) => codes(field ?? "")[0] ?? "");
    expect([...named].sort()).toEqual([...fields].sort());
    expect(named).toEqual(inOrder(named));
  });

  test("every row says what, which values, who writes, when it is reset, and of which kind", () => {
    for (const row of rows) expect(Object.values(row)).not.toContain("");
    for (const { kind } of rows) expect(kind).toMatch(/kernel|history/);
  });

  test("the fields of one block fill it without a gap that the table hides", () => {
    const offsets = (of: string): number[] =>
      rows
        .filter((row) => row["of"] === of)
        .map(({ field }) => Number(Reflect.get(layout, codes(field ?? "")[0] ?? "")));
    expect(offsets("world")).toEqual(upTo(12));
    expect(offsets("task")).toEqual(upTo(8));
    expect(offsets("image")).toEqual(upTo(9));
    expect(offsets("frame")).toEqual(upTo(4));
  });
});

describe("the other names of the memory", () => {
  test("every purpose of a frame has a row, in its order", () => {
    const named = tableRows(text, "purpose", "what it is").map(
      ({ purpose }) => codes(purpose ?? "")[0],
    );
    expect(named).toEqual(Object.keys(purposes));
  });

  test("every flag of an image has a row", () => {
    const named = tableRows(text, "flag", "meaning").map(({ flag }) => codes(flag ?? "")[0]);
    expect(named).toEqual(Object.keys(layout.imageFlags));
  });

  test("every content that nobody in user space writes has a row", () => {
    const named = tableRows(text, "symbol", "stands for").map(({ symbol }) => symbol);
    const fixed = Array.from({ length: PEER + 1 }, (_, content) => contentName(content));
    expect(named.slice(0, fixed.length)).toEqual(fixed);
  });

  test("every status of an image is named", () => {
    const named = codes(sections(text).get("Slots, images, lock") ?? "");
    expect(named).toEqual(expect.arrayContaining(Object.keys(layout.imageStatus)));
  });
});

/** 0 .. length-1 */
function upTo(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Blocks in the order of the state, fields by their offset. */
function inOrder(names: readonly string[]): string[] {
  const block = (name: string): number => {
    const of = rows.find(({ field }) => field === `\`${name}\``)?.["of"] ?? "";
    return ["world", "task", "image", "frame"].indexOf(of);
  };
  const offset = (name: string): number => Number(Reflect.get(layout, name));
  return [...names].sort((a, b) => block(a) - block(b) || offset(a) - offset(b));
}
