import { describe, expect, test } from "vitest";
import { kernels } from "../../src/model/worlds.ts";
import { literal } from "./kernel.ts";
import { codes, headings, readSpec, sections, tableRows } from "./markdown.ts";

const text = readSpec("call.md");

describe("call.md", () => {
  test("every state has a section, in the order of the statechart", () => {
    const described = headings(text)
      .filter((heading) => /^`.+`$/.test(heading))
      .map((heading) => heading.slice(1, -1));
    expect(described).toEqual(literal.states.map(({ path }) => path));
  });

  test("a section of a state says something", () => {
    const empty = [...sections(text)].filter(
      ([heading, body]) => heading.startsWith("`") && body.trim().length < 40,
    );
    expect(empty).toEqual([]);
  });

  test("the profiles have the features that the table gives them", () => {
    const rows = tableRows(text, "feature", "what it changes");
    const said = Object.keys(kernels).map((kernel) => [
      kernel,
      rows
        .filter((row) => row[`\`${kernel}\``] === "yes")
        .flatMap(({ feature }) => codes(feature ?? "")),
    ]);
    const meant = Object.entries(kernels).map(([kernel, features]) => [kernel, [...features]]);
    expect(said).toEqual(meant);
  });
});
