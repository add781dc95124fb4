import { describe, expect, test } from "vitest";
import { facts } from "../../machines/facts.ts";
import { readChart } from "../../src/xstate/chart.ts";
import { charts, machines } from "./charts.ts";

const nodes = Object.entries(machines).flatMap(([machine, chart]) =>
  readChart(chart)
    .nodes.filter(({ path }) => path !== "")
    .map(({ path, node }) => ({ name: `${machine}: ${path}`, node })),
);

describe("what every state says of itself", () => {
  test("there are 121 states", () => {
    expect(nodes).toHaveLength(121);
  });

  test.each(nodes)("$name has a description of one sentence", ({ node }) => {
    const { description = "" } = node;
    expect(description).not.toBe("");
    expect(description).not.toContain("\n");
    expect(description.length).toBeLessThanOrEqual(100);
  });

  test.each(nodes)("$name names a kernel file and symbol, and no line number", ({ node }) => {
    const source: unknown = node.meta?.source;
    expect(source).toMatch(
      /^(user space|in no kernel yet|(kernel|arch|drivers)\/[\w/.-]+\.(c:\S.*|S(:\w+)?))$/,
    );
    expect(source).not.toMatch(/:\d/);
  });

  test.each(nodes)("$name claims facts that exist, each once", ({ node }) => {
    const holds: readonly string[] = node.meta?.holds ?? [];
    expect(holds.filter((name) => !(name in facts))).toEqual([]);
    expect(new Set(holds).size).toBe(holds.length);
  });

  test("no state claims a fact that a state around it claims already", () => {
    const all = charts.flatMap((chart) => chart.nodes);
    const twice = all.flatMap(({ path, node }) => {
      const around: string[] = [];
      for (let at = node.parent; at; at = at.parent) around.push(...(at.meta?.holds ?? []));
      const own: readonly string[] = node.meta?.holds ?? [];
      return own.filter((name) => around.includes(name)).map((name) => `${path} ${name}`);
    });
    expect(twice).toEqual([]);
  });
});

test("every fact is claimed by some state", () => {
  const claimed = new Set(nodes.flatMap(({ node }) => node.meta?.holds ?? []));
  expect(Object.keys(facts).filter((name) => !claimed.has(name))).toEqual([]);
});

test("the kernels' features are on states and transitions that say where they come from", () => {
  const silent = charts
    .flatMap((chart) => chart.transitions)
    .filter(({ definition: { meta } }) => meta && !meta.source)
    .map(({ key }) => key);
  expect(silent).toEqual([]);
});
