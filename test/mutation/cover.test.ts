import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coveredAlone, smallestCover } from "../../src/mutation/cover.ts";

type Case = readonly (readonly string[])[];

const coverage = (sets: Case): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(sets.map((by, i) => [`item ${i}`, new Set(by)]));

/** The size of a smallest cover, by trying every set of names. */
function smallestSize(sets: Case): number {
  const names = [...new Set(sets.flat())];
  const sizes = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, i) => (bits >> i) & 1),
  )
    .filter((chosen) => sets.every((by) => by.some((name) => chosen.includes(name))))
    .map((chosen) => chosen.length);
  return Math.min(...sizes);
}

describe("a smallest cover", () => {
  test.each<readonly [claim: string, sets: Case, chosen: readonly string[]]>([
    ["of nothing is empty", [], []],
    ["has what alone covers something", [["a"], ["a", "b"]], ["a"]],
    [
      "takes one for many",
      [
        ["a", "c"],
        ["b", "c"],
        ["c", "d"],
      ],
      ["c"],
    ],
    [
      "is smaller than what greed finds",
      [["p", "g"], ["p", "g"], ["p"], ["q", "g"], ["q", "g"], ["q"]],
      ["p", "q"],
    ],
  ])("%s", (_, sets, chosen) => {
    expect(smallestCover(coverage(sets))).toEqual({ chosen, smallest: true });
  });

  test("is as small as the smallest of all that cover", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
    const sets = fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(sets, (some) => {
        const { chosen, smallest } = smallestCover(coverage(some));
        expect(smallest).toBe(true);
        expect(some.every((by) => by.some((one) => chosen.includes(one)))).toBe(true);
        expect(chosen.length).toBe(smallestSize(some));
      }),
      { numRuns: 300 },
    );
  });
});

test("what nothing else covers, by the one that does", () => {
  const alone = coveredAlone(coverage([["a"], ["a", "b"], ["c"], ["a"]]));
  expect([...alone]).toEqual([
    ["a", ["item 0", "item 3"]],
    ["c", ["item 2"]],
  ]);
});
