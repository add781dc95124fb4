// @vitest-environment happy-dom
import fc from "fast-check";
import mermaidReader from "mermaid";
import { beforeAll, describe, expect, test } from "vitest";
import { kexecChart } from "../../../src/formats/export/kexec-charts.ts";
import { mermaid } from "../../../src/formats/export/mermaid.ts";
import type { Statechart } from "../../../src/formats/export/statechart.ts";
import { chartNames } from "../../../src/viewer/chart/charts.ts";
import { type Drawn, drawnOf, sorted } from "./drawn.ts";
import { oddChart, oddLetters, someChart } from "./toy-charts.ts";

beforeAll(async () => {
  await mermaidReader.parse("stateDiagram-v2\n a --> b"); // loads the grammar of state diagrams
});

describe("Mermaid reads the same chart from its notation", () => {
  test.each(chartNames)("of the part %s", async (part) => {
    await expectSame(kexecChart({ part, kernel: null }));
  });

  test("of odd letters", async () => {
    await expectSame(oddLetters);
  });

  test("of history, final states, regions and self-transitions", async () => {
    await expectSame(oddChart);
  });

  test("of any chart", async () => {
    await fc.assert(fc.asyncProperty(someChart, expectSame), { numRuns: 50 });
  });
});

test("GitHub draws every part: it refuses more than 50,000 letters and 500 arrows", () => {
  for (const part of chartNames) {
    const text = mermaid(kexecChart({ part, kernel: null }));
    expect(text.length).toBeLessThan(50_000);
    expect(text.split(" --> ").length).toBeLessThan(500);
  }
});

test("a state is declared once, in the block of its parent, before any arrow names it", () => {
  const lines = mermaid(kexecChart({ part: "whole", kernel: null })).split("\n");
  const declared = lines.flatMap((line) => /^ *state ".*" as (\w+)$/.exec(line)?.[1] ?? []);
  expect(new Set(declared).size).toBe(declared.length);
  for (const [i, line] of lines.entries()) {
    const [, source, target] = /^ *(\w+) --> (\w+)/.exec(line) ?? [];
    for (const end of [source, target].filter((one) => one !== undefined)) {
      const indent = lines.findIndex((one) => one.endsWith(`" as ${end}`));
      expect(indent, `${end} in ${line}`).toBeLessThan(i);
    }
  }
});

async function expectSame(chart: Statechart): Promise<void> {
  const { diagram } = await readDiagram(mermaid(chart));
  expect(diagram).toEqual(asMermaid(chart));
}

/** Blocks have no rows: what stays in one is an arrow to itself. */
function asMermaid(chart: Statechart): Drawn {
  const isBlock = ({ children }: Statechart["root"]): boolean => children.length > 0;
  const transitions = chart.transitions.map((arrow) =>
    arrow.targets.length === 0 && isBlock(arrow.source)
      ? { ...arrow, targets: [arrow.source] }
      : arrow,
  );
  return drawnOf({ ...chart, transitions });
}

/** A statement as Mermaid's parser leaves it. */
interface Statement {
  readonly stmt: string;
  readonly id: string;
  readonly type?: string;
  readonly description?: string;
  readonly doc?: readonly Statement[];
  readonly state1?: Statement;
  readonly state2?: Statement;
  readonly start?: boolean;
}

async function readDiagram(text: string): Promise<{ readonly diagram: Drawn }> {
  const { db } = await mermaidReader.mermaidAPI.getDiagramFromText(text);
  const root = (db as unknown as { getRootDocV2(): Statement }).getRootDocV2(); // of state diagrams
  const drawn = { states: [], initial: [], arrows: [], inside: [] };
  collect(root, "", drawn);
  return { diagram: sorted(drawn) };
}

function collect(
  { doc = [] }: Statement,
  parent: string,
  to: { readonly [F in keyof Drawn]: string[] },
) {
  const declared = new Set<string>();
  for (const statement of doc) {
    const { stmt, id, type, description = "", state1, state2 } = statement;
    if (stmt === "relation" && state1 && state2) {
      if (state1.start) to.initial.push(`${state2.id} in ${parent}`);
      else if (state2.start === undefined) {
        for (const label of textOf(description).split("<br/>")) {
          to.arrows.push(`${state1.id} -> ${state2.id}: ${decoded(label)}`);
        }
      }
    } else if (type === "divider") collect(statement, parent, to);
    else if (statement.doc) collect(statement, id, to);
    else if (!declared.has(id)) {
      declared.add(id);
      to.states.push(`${id} in ${parent}`);
    } else to.inside.push(`${id}: ${decoded(textOf(description))}`);
  }
}

/** Mermaid keeps a row with the colon before it. */
function textOf(description: string): string {
  return description.replace(/^:\s*/, "").trim();
}

/** Mermaid hides `#58;` behind letters of its own until it draws. */
function decoded(text: string): string {
  return text.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(Number(code)));
}
