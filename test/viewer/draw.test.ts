import { beforeAll, describe, expect, test } from "vitest";
import { type AnyStateNode, createMachine } from "xstate";
import { drawStatechart } from "../../src/viewer/svg/draw.ts";
import { elkLayout, type LayoutFunction } from "../../src/viewer/svg/layout.ts";
import { regionsMachine } from "./regions.ts";
import { sampleExits, sampleMachine } from "./sample.ts";
import { descendants, type Element, parseXml, withClass } from "./xml.ts";

const failing: LayoutFunction = async () => {
  throw new Error("Invalid hitboxes for scanline constraint calculation.");
};

let source: string;
let drawing: Element;

beforeAll(async () => {
  source = await drawStatechart(sampleMachine, { exits: sampleExits });
  drawing = parseXml(source);
});

function textsOf(element: Element): string[] {
  return descendants(element)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}

function pathsBelow(node: AnyStateNode): string[] {
  return Object.values(node.states).flatMap((child) => [
    child.path.join("."),
    ...pathsBelow(child),
  ]);
}

function box(svg: Element, path: string): Element {
  const found = descendants(svg).find(({ attributes }) => attributes.get("data-state") === path);
  if (!found) throw new Error(`expected a box for ${path}`);
  return found;
}

describe("the drawing of a call of kexec_load", () => {
  test("is a standalone document with a ground and no script", () => {
    expect(drawing.name).toBe("svg");
    expect(drawing.attributes.get("xmlns")).toBe("http://www.w3.org/2000/svg");
    expect(withClass(drawing, "ground")).toHaveLength(1);
    expect(source).not.toMatch(/<script|<foreignObject|<image|href=|url\(|@import/);
  });

  test("names every state in a box of its own", () => {
    const paths = pathsBelow(sampleMachine.root);
    expect(paths.length).toBeGreaterThan(35);
    for (const path of paths) {
      const title = withClass(box(drawing, path), "title")[0]?.text;
      expect(title, path).toBe(path.split(".").at(-1));
    }
  });

  test("shows every errno in red", () => {
    const shown = new Set(withClass(drawing, "failure").map(({ text }) => text.trim()));
    const errnos = "EPERM EINVAL EBUSY EADDRNOTAVAIL ENOMEM EFAULT EINTR".split(" ");
    expect([...shown].sort()).toEqual([...errnos, "ERRNO", "its errno"].sort());
  });

  test("lists the early exits of a state in the order of its guards", () => {
    const rows = textsOf(box(drawing, "call.entered")).filter((text) => text.startsWith("["));
    expect(rows).toEqual([
      "[notCapable]",
      "[loadDisabled]",
      "[lsmRefuses]",
      "[lockedDown]",
      "[unknownFlags]",
      "[tooManySegments]",
      "[otherArchitecture]",
    ]);
  });

  test("counts the exits where they end", () => {
    expect(textsOf(box(drawing, "call.returning"))).toContain("← 8 early exits");
  });

  test("marks what stays in a state", () => {
    expect(textsOf(box(drawing, "call.locked.doKexecLoad.normalSegment.sourcePage"))).toContain(
      "↻ setAside",
    );
  });

  test("fits into a README at its natural size", () => {
    expect(Number(drawing.attributes.get("width"))).toBeLessThan(950);
  });

  test("is the same for the same machine", async () => {
    expect(await drawStatechart(sampleMachine, { exits: sampleExits })).toBe(source);
  });

  test("leaves descriptions out on demand", async () => {
    const bare = await drawStatechart(sampleMachine, { exits: sampleExits, descriptions: false });
    expect(textsOf(parseXml(bare))).not.toContain("Nothing has been checked.");
    expect(source).toContain("Nothing has been checked.");
  });
});

test("an exit that is no state is refused with the paths that exist", async () => {
  await expect(drawStatechart(sampleMachine, { exits: ["call.gone"] })).rejects.toThrow(
    /got "call\.gone"; states: idle, call, call\.entered/,
  );
});

describe("when a layout fails", () => {
  test("the next one is taken", async () => {
    let calls_count = 0;
    const layout: LayoutFunction = (graph) => {
      calls_count += 1;
      return calls_count <= 8 ? failing(graph) : elkLayout(graph);
    };
    const svg = parseXml(await drawStatechart(sampleMachine, { exits: sampleExits, layout }));
    expect(svg.attributes.get("data-layout")).toBe("spaced");
    expect(withClass(svg, "edge").length).toBeGreaterThan(40);
  });

  test.each([
    ["all throw", failing],
    ["all leave the graph as it was", async (graph: Parameters<LayoutFunction>[0]) => graph],
  ])("and %s, a list says everything without edges", async (_, layout) => {
    const svg = parseXml(await drawStatechart(sampleMachine, { exits: sampleExits, layout }));
    expect(svg.attributes.get("data-layout")).toBe("list");
    expect(withClass(svg, "edge")).toHaveLength(0);
    expect(textsOf(box(svg, "call.entered"))).toContain("→ admitted");
    expect(withClass(svg, "state").length).toBe(withClass(drawing, "state").length);
  });
});

test("regions are dashed, final states have a double border, history says what it is", async () => {
  const svg = parseXml(await drawStatechart(regionsMachine));
  expect(withClass(svg, "region")).toHaveLength(2);
  expect(withClass(svg, "inner")).toHaveLength(3);
  expect(withClass(svg, "dot")).toHaveLength(3);
  expect(textsOf(box(svg, "p.one.h"))).toContain("↻ the state that was left last");
  expect(textsOf(svg)).toContain("after 1000 ms");
});

test("names from outside cannot become markup", async () => {
  const hostile = `<script>alert("1")</script> & 'x' ]]> \u0000 \ud800`;
  const machine = createMachine({
    id: hostile,
    description: hostile,
    initial: "a",
    states: {
      a: {
        description: hostile,
        meta: { source: hostile },
        on: {
          [hostile]: [
            { guard: hostile, target: "<b>&\"'", actions: hostile },
            { guard: "g", target: "a" },
          ],
          X: {
            target: "<b>&\"'",
            actions: { type: "setResult", params: { errno: "<E>" } },
          },
        },
      },
      "<b>&\"'": {},
    },
  });
  const text = await drawStatechart(machine);
  expect(text).not.toContain("<script");
  const svg = parseXml(text);
  expect(withClass(svg, "failure").map((each) => each.text)).toContain("<E>");
  expect(box(svg, "<b>&\"'")).toBeDefined();
});
