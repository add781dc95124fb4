// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from "vitest";
import { kexecChart } from "../../../src/formats/export/kexec-charts.ts";
import { plantuml } from "../../../src/formats/export/plantuml.ts";
import type { Statechart } from "../../../src/formats/export/statechart.ts";
import { chartNames } from "../../../src/viewer/chart/charts.ts";
import { type Drawn, drawnOf, sorted } from "./drawn.ts";
import { plantumlReader } from "./plantuml-reader.ts";
import { oddChart, oddLetters } from "./toy-charts.ts";

const slow = { timeout: 180_000 }; // the reader is Java, compiled to JavaScript
let draw: (text: string) => Promise<string>;
beforeAll(async () => {
  draw = await plantumlReader();
});

describe("PlantUML draws the same chart from its notation", () => {
  test.each(chartNames)("of the part %s", slow, async (part) => {
    await expectSame(kexecChart({ part, kernel: null }));
  });

  test("of odd letters", slow, async () => {
    await expectSame(oddLetters);
  });

  test("of history, final states, regions and self-transitions", slow, async () => {
    await expectSame(oddChart);
  });
});

test("regions are divided by a line, unless an arrow crosses their border", () => {
  expect(plantuml(oddChart)).not.toContain("--\n");
  const { transitions } = oddChart;
  const inRegions = transitions.filter(({ key }) => !key.startsWith("both.right.a out"));
  expect(plantuml({ ...oddChart, transitions: inRegions })).toMatch(/^ {2}--$/m);
});

async function expectSame(chart: Statechart): Promise<void> {
  // a state that has no body and no description is not named in the drawing
  const svg = await draw(plantuml(chart).replace("hide empty description\n", ""));
  const { inside: _, ...read } = readSvg(svg);
  const { inside, ...expected } = drawnOf(chart);
  expect(read).toEqual(expected);
  const texts = textsOf(svg);
  for (const row of inside) expect(texts).toContain(row.replace(/^\w+: /, ""));
}

/** What PlantUML says of a drawing beside its shapes: groups with a class, an id and names. */
function readSvg(svg: string): Drawn {
  const drawn: Draft = { states: [], initial: [], arrows: [], inside: [] };
  const groups = [...svg.matchAll(/<g class="(\w+)"([^>]*)>(.*?)<\/g>/gs)].map(
    ([, kind = "", attributes = "", content = ""]) => ({ kind, attributes, content }),
  );
  const nested = [...svg.matchAll(/<g class="(entity|cluster|start_entity)"([^>]*)>/g)];
  const names = new Map<string, string>();
  const starts = new Map<string, string>();
  for (const [, kind, attributes = ""] of nested) {
    const id = attribute(attributes, "id");
    const whole = attribute(attributes, "data-qualified-name").split(".");
    const path = whole.filter((name) => !name.startsWith("CONC")); // a region without a name
    if (kind === "start_entity") starts.set(id, path[path.indexOf("") - 1] ?? "");
    else {
      names.set(id, path.at(-1) ?? "");
      drawn.states.push(`${path.at(-1)} in ${path.at(-2) ?? ""}`);
    }
  }
  for (const { attributes, content } of groups.filter(({ kind }) => kind === "link")) {
    const from = attribute(attributes, "data-entity-1");
    const to = names.get(attribute(attributes, "data-entity-2"));
    if (to === undefined) continue; // the end
    const start = starts.get(from);
    if (start !== undefined) drawn.initial.push(`${to} in ${start}`);
    else
      drawn.arrows.push(...textsOf(content).map((text) => `${names.get(from)} -> ${to}: ${text}`));
  }
  return sorted(drawn);
}

type Draft = { readonly [Field in keyof Drawn]: string[] };

function attribute(attributes: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
    text.replaceAll(/&(\w+);/g, (whole, name) => entities[name] ?? whole),
  );
}
