import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { suiteOf } from "../../../src/cli/conform.ts";
import { parseMutation } from "../../../src/formats/mutation-file.ts";
import { stateInfo, transitionInfo } from "../../../src/viewer/chart/info.ts";
import { propertiesAbout, testsAbout } from "../../../src/viewer/page/details/evidence.ts";
import {
  allTransitions,
  factsNow,
  inWords,
  orderText,
  ordinal,
  transitionsFrom,
} from "../../../src/viewer/page/details/lookups.ts";
import {
  type Block,
  type Inline,
  readInlines,
  readMarkdown,
} from "../../../src/viewer/page/details/markdown.ts";
import {
  findNamedPlaces,
  mutantsAbout,
  noticed,
} from "../../../src/viewer/page/details/mutants-about.ts";
import { linkedSubject, sectionAbout } from "../../../src/viewer/page/details/specification.ts";
import { readSpecification } from "../../../src/viewer/review/specification.ts";
import { shared } from "./traces.ts";

const sections = readSpecification();

function inlinesIn(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "quote":
      return block.blocks.flatMap(inlinesIn);
    case "list":
      return block.items.flat();
    case "table":
      return block.rows.flat(2);
    case "code":
      return [];
  }
}

describe("markdown", () => {
  test("no sign of the specification's own markup is left in its text", () => {
    const left = sections.flatMap(({ subject, text }) =>
      readMarkdown(text)
        .flatMap(inlinesIn)
        .filter((one) => one.kind === "text" && /`|\*\*|\]\(|^[|>]/.test(one.text))
        .map((one) => [subject, one]),
    );
    expect(left).toEqual([]);
  });

  test("tables have rows of one length", () => {
    for (const { subject, text } of sections) {
      for (const block of readMarkdown(text)) {
        if (block.kind !== "table") continue;
        expect(new Set(block.rows.map((row) => row.length)).size, subject).toBe(1);
      }
    }
  });

  test("blocks are told apart", () => {
    const text = [
      "one\ntwo",
      "> said\n> twice",
      "- a\n  more\n- b",
      "1. c\n2. d",
      "| x | y |\n|---|---|\n| `a|b` | z |".replace("`a|b`", "a\\|b"),
      "```text\n# <b>\n\nx\n```",
    ].join("\n\n");
    const kinds = readMarkdown(text).map((block) => block.kind);
    expect(kinds).toEqual(["paragraph", "quote", "list", "list", "table", "code"]);
    const [paragraph, , list, ordered, table, code] = readMarkdown(text);
    expect(paragraph).toEqual({ kind: "paragraph", text: [{ kind: "text", text: "one two" }] });
    expect(list).toMatchObject({
      isOrdered: false,
      items: [[{ text: "a more" }], [{ text: "b" }]],
    });
    expect(ordered).toMatchObject({ isOrdered: true, items: [[{ text: "c" }], [{ text: "d" }]] });
    expect(table).toMatchObject({
      rows: [
        [[{ text: "x" }], [{ text: "y" }]],
        [[{ text: "a|b" }], [{ text: "z" }]],
      ],
    });
    expect(code).toEqual({ kind: "code", text: "# <b>\n\nx" });
  });

  test.each<[string, readonly Inline[]]>([
    [
      "a `b` c",
      [
        { kind: "text", text: "a " },
        { kind: "code", text: "b" },
        { kind: "text", text: " c" },
      ],
    ],
    [
      "**a** *b*",
      [
        { kind: "strong", text: "a" },
        { kind: "text", text: " " },
        { kind: "emphasis", text: "b" },
      ],
    ],
    ["[`x`](#y)", [{ kind: "link", text: [{ kind: "code", text: "x" }], href: "#y" }]],
    ["<img src=x onerror=alert(1)>", [{ kind: "text", text: "<img src=x onerror=alert(1)>" }]],
    ["`open", [{ kind: "text", text: "`open" }]],
    ["2 * 3 * 4", [{ kind: "text", text: "2 * 3 * 4" }]],
    ["", []],
  ])("%j is read as it is meant", (text, expected) => {
    expect(readInlines(text)).toEqual(expected);
  });
});

describe("the specification", () => {
  test("every state has a section, its own or that of a state around it", () => {
    const paths = new Set(allTransitions().map(({ from }) => from));
    expect([...paths].filter((path) => !sectionAbout(sections, path))).toEqual([]);
  });

  test.each([
    ["call.md", "#gone", "gone"],
    ["call.md", "reboot.md#rebootinterruptiblefreezing", "reboot.interruptible.freezing"],
    ["reboot.md", "call.md#call", "call"],
    ["call.md", "call.md", null],
    ["call.md", "#sigkill", null],
    ["call.md", "https://example.org/#gone", null],
    ["call.md", "javascript:alert(1)", null],
  ])("from %s the link %s leads to %s", (page, href, subject) => {
    expect(linkedSubject(sections, page, href)).toBe(subject);
  });
});

describe("the statechart", () => {
  test("a transition says when it is asked among those of its event", () => {
    const keys = [0, 1, 3].map((position) => `call.entered kexec_load_check ${position}`);
    const texts = keys.map((key) => {
      const info = transitionInfo(key);
      return info && orderText(info);
    });
    expect(texts).toEqual(["asked 1st of 4", "asked 2nd of 4", "asked 4th of 4"]);
  });

  test.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [4, "4th"],
    [11, "11th"],
    [12, "12th"],
    [21, "21st"],
    [112, "112th"],
  ])("%i is %s", (number, text) => {
    expect(ordinal(number)).toBe(text);
  });

  test("facts are words", () => {
    expect(inWords("crashSlotEmptyIfCrash")).toBe("crash slot empty if crash");
  });

  test("facts are asked of the task that is in the state, and are true there", () => {
    const { playback } = shared("B8");
    const { simulation, states } = playback;
    const state = states.find(({ configuration }) =>
      configuration.has("running.task0.call.locked.slotChosen"),
    );
    if (!state) throw new RangeError("the trace of B8 has no slotChosen");
    const path = "call.locked.slotChosen";
    const facts = factsNow(path, simulation, state);
    expect(facts.map(({ name }) => name)).toEqual(stateInfo(path)?.holds);
    expect(facts.flatMap(({ tasks }) => tasks)).toEqual(
      facts.map(() => ({ task: 0, isTrue: true })),
    );
    const elsewhere = factsNow("call.entered", simulation, state);
    expect(elsewhere.flatMap(({ tasks }) => tasks)).toEqual([]);
  });
});

describe("who looks at a transition", () => {
  const mutation = parseMutation(
    readFileSync(new URL("../../../spec/mutation.json", import.meta.url), "utf8"),
  );
  const trylock = new Set(["call.admitted kexec_trylock 0"]);

  test("mutants of its edge, and the named ones that change it", async () => {
    const about = mutantsAbout(mutation, trylock, await findNamedPlaces());
    const names = about.map(({ name }) => name);
    expect(names).toContain("delete-transition call.admitted kexec_trylock 0");
    expect(names).toContain("trylock-ignores-holder");
    expect(names.filter((name) => name.includes("call.entered "))).toEqual([]);
    const counts = noticed(about);
    expect(counts.get("trylock-is-busy-iff-the-lock-is-held")).toBeGreaterThan(3);
    expect([...counts.values()]).toEqual([...counts.values()].sort((a, b) => b - a));
  });

  test("every mutant of one edge is about a transition of the statechart", () => {
    const keys = new Set(allTransitions().map(({ key }) => key));
    const edges = Object.keys(mutation.mutants).filter((name) => name.includes(" "));
    expect(mutantsAbout(mutation, keys, new Map())).toHaveLength(edges.length);
  });

  test("every mutant of an operation is about a transition that uses it", async () => {
    const unused = [...(await findNamedPlaces())].filter(([, places]) => places.size === 0);
    expect(unused.map(([name]) => name)).toEqual([]);
  });

  test("properties that name its event", () => {
    const about = propertiesAbout(null, new Set(["kexec_trylock"]), new Map());
    expect(about.map(({ name }) => name)).toContain("trylock-is-busy-iff-the-lock-is-held");
    expect(about.every(({ speaks }) => speaks)).toBe(true);
  });

  test("tests that take it, at the step that does", () => {
    const suite = suiteOf({ kernel: "seed", suite: null });
    const tests = testsAbout(suite, trylock);
    expect(tests.length).toBeGreaterThan(0);
    for (const { trace, step } of tests) {
      const id = trace.replace("test:seed:", "");
      const found = suite.groups.flatMap((group) => group.tests).find((one) => one.id === id);
      expect(found?.steps[step - 1]?.transitions).toContain("call.admitted kexec_trylock 0");
    }
    expect(testsAbout(suite, new Set(transitionsFrom("nowhere").map(({ key }) => key)))).toEqual(
      [],
    );
  });
});
