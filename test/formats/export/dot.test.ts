import { Graphviz } from "@hpcc-js/wasm-graphviz";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { chartDot } from "../../../src/formats/export/chart-dot.ts";
import { graphDot } from "../../../src/formats/export/graph-dot.ts";
import { kexecChart } from "../../../src/formats/export/kexec-charts.ts";
import { worldGraph } from "../../../src/formats/export/state-graph.ts";
import type { Statechart } from "../../../src/formats/export/statechart.ts";
import { worldsOf } from "../../../src/model/worlds.ts";
import { chartNames } from "../../../src/viewer/chart/charts.ts";
import { type Drawn, drawnOf, sorted } from "./drawn.ts";
import { oddChart, oddLetters, someChart } from "./toy-charts.ts";

let graphviz: Graphviz;
beforeAll(async () => {
  graphviz = await Graphviz.load();
});

/** A graph as Graphviz writes it: nodes and clusters in one list, arrows by their places in it. */
interface Read {
  readonly objects: readonly {
    readonly name: string;
    readonly label: string;
    readonly nodes?: readonly number[];
    readonly subgraphs?: readonly number[];
  }[];
  readonly edges?: readonly {
    readonly tail: number;
    readonly head: number;
    readonly label?: string;
    readonly ltail?: string;
    readonly lhead?: string;
  }[];
}

/** The layout does not matter: osage puts one node beside the other. */
function read(dot: string): Read {
  return JSON.parse(graphviz.layout(dot, "dot_json", "osage"));
}

describe("Graphviz reads the same chart from the DOT", () => {
  test.each(chartNames)("of the part %s", (part) => {
    expectSame(kexecChart({ part, kernel: null }));
  });

  test("of history, final states, regions and self-transitions", () => {
    expectSame(oddChart);
  });

  test("of odd letters", () => {
    expectSame(oddLetters);
  });

  test("of any chart", () => {
    fc.assert(fc.property(someChart, expectSame));
  });
});

test("Graphviz reads the same state graph from the DOT", () => {
  const world = worldsOf("quick", "seed").find(({ name }) => name === "size");
  if (!world) throw new Error("expected a world size");
  const graph = worldGraph(world, 1000);
  const { objects, edges = [] } = read(graphDot(graph));
  expect(objects.map(({ name }) => Number(name))).toEqual(graph.states.map((_, state) => state));
  const numbers = objects.map(({ name }) => Number(name));
  const found = edges.map(({ tail, head, label }) => `${numbers[tail]} ${label} ${numbers[head]}`);
  const expected = graph.steps.map(({ from, label, to }) => `${from} ${label} ${to}`);
  expect(found.sort()).toEqual(expected.sort());
});

function expectSame(chart: Statechart): void {
  expect(drawnIn(read(chartDot(chart)), chart.root.id)).toEqual(drawnOf(chart));
}

const POINT = "__initial";

function drawnIn({ objects, edges = [] }: Read, root: string): Drawn {
  const drawn: { readonly [Field in keyof Drawn]: string[] } = {
    states: [],
    initial: [],
    arrows: [],
    inside: [],
  };
  const stateOf = (name: string): string => name.replace(/^cluster_/, "").replace(POINT, "");
  const parentOf = (index: number): string => {
    const around = objects.filter(
      ({ nodes = [], subgraphs = [] }) => nodes.includes(index) || subgraphs.includes(index),
    );
    // a node is listed in every cluster around it; the innermost has the fewest nodes
    around.sort(
      (a, b) => (a.nodes?.length ?? 0) - (b.nodes?.length ?? 0) || b.name.length - a.name.length,
    );
    return stateOf(around[0]?.name ?? "");
  };
  for (const [i, { name, label }] of objects.entries()) {
    if (name.endsWith(POINT)) continue;
    const id = stateOf(name);
    drawn.states.push(`${id} in ${parentOf(i)}`);
    const [, ...rows] = label.split("\\n");
    drawn.inside.push(...rows.map((row) => `${id}: ${unescaped(row)}`));
  }
  for (const { tail, head, label = "", ltail, lhead } of edges) {
    const from = ltail ?? objects[tail]?.name ?? "";
    const to = stateOf(lhead ?? objects[head]?.name ?? "");
    if (from.endsWith(POINT)) {
      const parent = stateOf(from);
      drawn.initial.push(`${to} in ${parent === root ? "" : parent}`);
    } else {
      const lines = label.split("\\l").slice(0, -1);
      drawn.arrows.push(...lines.map((line) => `${stateOf(from)} -> ${to}: ${unescaped(line)}`));
    }
  }
  return sorted(drawn);
}

/** Graphviz keeps the backslashes of a label until it draws it. */
function unescaped(label: string): string {
  return label.replaceAll("\\\\", "\\");
}
