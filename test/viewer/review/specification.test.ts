import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../../properties/index.ts";
import { createLayout } from "../../../src/memory/layout.ts";
import { literalOf } from "../../../src/model/literal.ts";
import { kernels, suiteWorlds } from "../../../src/model/worlds.ts";
import { readSpecification, sectionsOf } from "../../../src/viewer/review/specification.ts";

const subjects = new Set(readSpecification().map(({ subject }) => subject));
const layouts = (Object.keys(kernels) as (keyof typeof kernels)[]).flatMap((kernel) =>
  suiteWorlds(kernel)
    .slice(0, 1)
    .map(({ bounds }) => createLayout(bounds)),
);

describe("the specification", () => {
  test("has a section for every property of every kernel", () => {
    const names = layouts.flatMap((layout) => kexecProperties(layout).map(({ name }) => name));
    expect(names.filter((name) => !subjects.has(name))).toEqual([]);
  });

  test("has a section for every state in which somebody acts, or for the state around it", () => {
    const paths = layouts.flatMap((layout) => literalOf(layout).states.map(({ path }) => path));
    const silent = paths.filter((path) => !subjects.has(path) && !subjects.has(around(path)));
    expect([...new Set(silent)]).toEqual([]);
  });

  test("says something in every section", () => {
    const empty = readSpecification().filter(({ text }) => text.length < 20);
    expect(empty.map(({ page, subject }) => `${page} ${subject}`)).toEqual([]);
  });
});

function around(path: string): string {
  return path.split(".").slice(0, -1).join(".");
}

describe("a section of a page", () => {
  test.each<[markdown: string, sections: [subject: string, text: string][]]>([
    ["# A\n\ntext", []],
    ["### `a`\n\none\n\ntwo\n", [["a", "one\n\ntwo"]]],
    [
      "### `a`\none\n### `b`\ntwo",
      [
        ["a", "one"],
        ["b", "two"],
      ],
    ], // one behind the other
    ["### `a`\none\n## B\nno", [["a", "one"]]],
    ["### `a`\none\n### Further\nno", [["a", "one"]]],
    ["### `a`\none\n#### Deeper\ntwo", [["a", "one\n#### Deeper\ntwo"]]],
    ["### `a`\n```\n### `b`\n# c\n```\none", [["a", "```\n### `b`\n# c\n```\none"]]],
    ["### `a`\r\none\r\n", [["a", "one"]]],
    ["### `a` and `b`\nno", []],
  ])("of %j", (markdown, sections) => {
    const found = sectionsOf("x.md", markdown);
    expect(found).toEqual(sections.map(([subject, text]) => ({ page: "x.md", subject, text })));
  });
});
