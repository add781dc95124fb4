import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explore } from "../../src/checker/explore.ts";
import type { Limits } from "../../src/checker/model.ts";
import { type Statistics, statisticsOf } from "../../src/checker/statistics.ts";
import { graphModel } from "./graph.ts";

/** Counts to 8 * 3 - 1: the low byte n modulo 8, the high one n / 8. */
const counter = graphModel(
  {},
  {
    words: 1,
    initialStates: () => [Int32Array.of(0)],
    successors: ([state = 0], visit) => {
      const n = (state >> 8) * 8 + (state & 255);
      if (n < 23) visit(n % 2 === 0 ? "even" : "odd", Int32Array.of(wordOf(n + 1)));
    },
  },
);

function wordOf(n: number): number {
  return (Math.floor(n / 8) << 8) | (n % 8);
}

function statistics(limits: Limits = {}): Statistics {
  const explored = explore(counter, { limits });
  return statisticsOf(counter, explored, {
    regions: [{ kind: "value", name: "parity", of: ([state = 0]) => (state % 2 ? "odd" : "even") }],
    variables: [0, 1, 2].map((at) => ({ kind: "byte" as const, name: `byte ${at}`, at })),
    kindOf: (action) => counter.action(action),
  });
}

describe("the statistics of a counter", () => {
  test("count values, and say how much each variable tells", () => {
    const { states, bits, regions, variables } = statistics();
    expect([states, bits]).toEqual([24, Math.log2(24)]);
    expect(regions.top).toEqual([{ name: "parity", values: 2, more: false, bits: 1 }]);
    expect(variables.top.map(({ name, values }) => [name, values])).toEqual([
      ["byte 0", 8],
      ["byte 1", 3], // byte 2 never changes
    ]);
    expect(variables.top[0]?.bits).toBeCloseTo(3);
    expect(variables.top[1]?.bits).toBeCloseTo(Math.log2(3));
    expect(variables.more).toBe(0);
  });

  test("say which kind of action was the first to reach how many states", () => {
    expect(statistics().actions).toEqual({
      top: [
        { name: "even", states: 12 },
        { name: "odd", states: 11 },
      ],
      more: 0,
    });
  });

  test("hold the levels, and what a limit left behind them", () => {
    expect(statistics()).toMatchObject({ levels: Array(24).fill(1), beyond: 0, growth: 1 });
    expect(statistics({ statesMax: 2 })).toMatchObject({ levels: [1], beyond: 1, growth: null });
  });
});

test("a variable with very many values is cut, and says so", () => {
  const wide = graphModel(
    {},
    {
      successors: ([n = 0], visit) => {
        for (const to of [2 * n + 1, 2 * n + 2]) if (to < 80_000) visit("on", Int32Array.of(to));
      },
    },
  );
  const { regions } = statisticsOf(wide, explore(wide), {
    regions: [{ kind: "value", name: "n", of: ([n = 0]) => n }],
    variables: [],
    kindOf: () => "on",
  });
  expect(regions.top).toMatchObject([{ name: "n", values: 65_536, more: true }]);
  expect(regions.top[0]?.bits).toBeCloseTo(Math.log2(80_000)); // one value per state
});

test("no more than ten of anything are named, the most telling ones", () => {
  const line = graphModel(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [n, [n + 1]])));
  const { regions, actions } = statisticsOf(line, explore(line), {
    regions: Array.from({ length: 15 }, (_, i) => ({
      kind: "value" as const,
      name: `modulo ${i + 1}`,
      of: ([n = 0]) => n % (i + 1),
    })),
    variables: [],
    kindOf: (action) => `kind ${action % 12}`,
  });
  expect(regions.top.map(({ values }) => values)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6]);
  expect(regions.more).toBe(4); // modulo 1 never changes
  expect(actions.top).toHaveLength(10);
  expect(actions.more).toBe(2);
});

test("bits are those of the definition: the sum of p * log2(1 / p)", () => {
  const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, (list) => {
      const line = graphModel(
        Object.fromEntries(list.map((_, i) => [i, i + 1 < list.length ? [i + 1] : []])),
      );
      const { regions } = statisticsOf(line, explore(line), {
        regions: [{ kind: "value", name: "value", of: ([n = 0]) => list[n] ?? 0 }],
        variables: [],
        kindOf: () => "on",
      });
      const shares = [...new Set(list)].map(
        (value) => list.filter((one) => one === value).length / list.length,
      );
      const expected = shares.reduce((sum, p) => sum + p * Math.log2(1 / p), 0);
      if (shares.length === 1) expect(regions.top).toEqual([]);
      else expect(regions.top[0]?.bits).toBeCloseTo(expected);
    }),
  );
});
