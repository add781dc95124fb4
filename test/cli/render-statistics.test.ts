import { expect, test } from "vitest";
import type { Statistics } from "../../src/checker/statistics.ts";
import { renderStatistics } from "../../src/cli/render-statistics.ts";
import { untidy } from "./cli.ts";

const varies = { values: 5, more: false, bits: 2.25 };

const statistics: Statistics = {
  states: 1_234_567,
  bits: Math.log2(1_234_567),
  regions: { top: [{ ...varies, name: "task0", values: 43, bits: 4.6 }], more: 0 },
  variables: {
    top: [
      { ...varies, name: "a variable with many values", values: 65_536, more: true, bits: 18.2 },
      { ...varies, name: "vmcoreinfo_data_safecopy" },
    ],
    more: 87,
  },
  actions: { top: [{ name: "kimage_alloc_normal_control_pages", states: 400_000 }], more: 22 },
  levels: Array.from({ length: 26 }, (_, i) => 2 ** Math.min(i, 16)),
  beyond: 512,
  growth: 1.117,
};

function rendered(parts: Partial<Statistics>): string {
  // only what the function reads
  const worlds = [{ world: "race", statistics: { ...statistics, ...parts } }] as never;
  return renderStatistics({ worlds } as never);
}

test("statistics are tables and a histogram of at most twelve bars, in 80 columns", () => {
  const text = rendered({});
  expect(`\n${text}\n`).toMatchInlineSnapshot(`
    "
    Why world race has so many states: 1,234,567
      part of the statechart                              values  of 20.2 bits
        task0                                                 43           4.6
      variable                                            values  of 20.2 bits
        a variable with many values                      65,536+          18.2
        vmcoreinfo_data_safecopy                               5           2.3
        87 more that vary
      first reached by                                    states         share
        kimage_alloc_normal_control_pages                400,000         32.4%
        22 more
      new states per level, means of 3; at the end each has 12% more
         1- 3             2
         4- 6            19
         7- 9           149
        10-12         1,195  #
        13-15         9,557  ########
        16-18        54,613  ##############################################
        19-21        65,536  #######################################################
        22-24        65,536  #######################################################
        25-26        65,536  #######################################################
        512 more were found behind them
    "
  `);
  expect(untidy(text)).toEqual([]);
});

test("of a search that has hardly begun, they are short", () => {
  const none = { top: [], more: 0 };
  const brief = { states: 1, bits: 0, regions: none, variables: none, actions: none };
  const text = rendered({ ...brief, levels: [1], beyond: 0, growth: null });
  expect(`\n${text}\n`).toMatchInlineSnapshot(`
    "
    Why world race has so many states: 1
      new states per level
          1             1  #########################################################
    "
  `);
});

test("a world that nobody asked about is not shown", () => {
  expect(renderStatistics({ worlds: [{ world: "race", statistics: null }] } as never)).toBe("");
});
