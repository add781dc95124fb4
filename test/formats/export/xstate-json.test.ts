import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMachine } from "xstate";
import { kexecChart } from "../../../src/formats/export/kexec-charts.ts";
import { readStatechart, type Statechart } from "../../../src/formats/export/statechart.ts";
import { xstateJson } from "../../../src/formats/export/xstate-json.ts";
import { chartNames } from "../../../src/viewer/chart/charts.ts";
import { joinedGuards, oddChart, someChart } from "./toy-charts.ts";

/** The chart of the machine that XState makes of a chart's JSON. */
function again(chart: Statechart): Statechart {
  const machine = createMachine(JSON.parse(xstateJson(chart)));
  return readStatechart(machine, { name: chart.name, pathOf });
}

/** As the whole chart names its states: what runs has no prefix, nor has its one task. */
function pathOf({ path }: { readonly path: readonly string[] }): string {
  return path.join(".").replace(/^running\.(task\.)?(?=\w)/, "");
}

/** Everything that a chart says, with its states by their ids. */
function told({ states, root, transitions }: Statechart) {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return {
    states: [root, ...states].map((state) => ({
      ...state,
      parent: state.parent?.id,
      children: ids(state.children),
      initial: ids(state.initial),
    })),
    transitions: transitions.map((arrow) => ({
      ...arrow,
      source: arrow.source.id,
      targets: ids(arrow.targets),
    })),
  };
}

describe("XState's own reader makes the same chart of the JSON", () => {
  test.each(chartNames)("of the part %s", (part) => {
    const chart = kexecChart({ part, kernel: null });
    expect(told(again(chart))).toEqual(told(chart));
  });

  test("of history, final states, regions and self-transitions", () => {
    expect(told(again(oddChart))).toEqual(told(oddChart));
  });

  test("of any chart", () => {
    fc.assert(
      fc.property(someChart, (chart) => {
        expect(told(again(chart))).toEqual(told(chart));
      }),
    );
  });

  test("and is refused a guard that JSON has no name for", () => {
    expect(() => xstateJson(joinedGuards)).toThrow(
      'expected a guard that has a name at "a go 0", got one put together by "and": ' +
        "give it a name in setup",
    );
  });
});
