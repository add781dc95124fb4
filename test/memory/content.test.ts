import { describe, expect, test } from "vitest";
import * as c from "../../src/memory/content.ts";
import type { PagePlan } from "../../src/memory/layout.ts";

const page = (chunk: PagePlan["chunk"], symbol = 0): PagePlan => ({
  destination: 0,
  chunk,
  symbol,
});

test("no two things that a page can hold are the same symbol", () => {
  const symbols = Array.from({ length: 20 }, (_, symbol) => symbol);
  const all = [c.JUNK, c.ZEROS, c.TORN, ...symbols.flatMap((s) => [c.dataOf(s), c.dirtyDataOf(s)])];
  expect(new Set(all).size).toBe(43);
  expect(Math.max(...all)).toBeLessThan(256); // a byte of the state
  expect(new Set(all.map(c.contentName)).size).toBe(43);
});

describe("copying a chunk over a page", () => {
  /** What the page holds afterwards, and whether that is what a complete image holds. */
  function verdict(content: number, plan: PagePlan): string {
    const after = c.copiedOver(content, plan);
    return `${c.contentName(after)}${after === c.expectedContent(plan) ? ", right" : ", wrong"}`;
  }
  test.each<readonly [claim: string, content: number, plan: PagePlan, expected: string]>([
    ["a full page hides junk", c.JUNK, page("full", 1), "data1, right"],
    ["a full page hides other data", c.dataOf(0), page("full", 1), "data1, right"],
    ["part of a page leaves zeros", c.ZEROS, page("part", 1), "data1, right"],
    ["part of a page leaves junk", c.JUNK, page("part", 1), "data1+junk, wrong"],
    ["part of a page leaves other data", c.dataOf(0), page("part", 1), "data1+junk, wrong"],
    ["part of a page leaves a torn rest", c.TORN, page("part", 1), "data1+junk, wrong"],
    ["no chunk leaves zeros", c.ZEROS, page("none"), "zeros, right"],
    ["no chunk leaves junk", c.JUNK, page("none"), "junk, wrong"],
  ])("%s", (_, content, plan, expected) => {
    expect(verdict(content, plan)).toBe(expected);
  });
});
