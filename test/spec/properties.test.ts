import { describe, expect, test } from "vitest";
import { mutants } from "../../src/model/mutants.ts";
import { kernelNames } from "../../src/model/worlds.ts";
import { claims, has } from "./kernel.ts";
import { codes, oneLine, quoted, readSpec, sections, tableRows } from "./markdown.ts";
import { worldRows } from "./worlds.ts";

const promises = readSpec("properties.md");
const violations = readSpec("violations.md");
const described = new Map(
  [...sections(promises), ...sections(violations)]
    .filter(([heading]) => /^`.+`$/.test(heading))
    .map(([heading, body]) => [heading.slice(1, -1), oneLine(body)]),
);
const names = [...claims.keys()];
const breaks = new Map(Object.entries(mutants).map(([name, mutant]) => [name, mutant.breaks]));

/** The names of the properties below a heading of the second level. */
function below(text: string, heading: string): string[] {
  const chapter = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return [...chapter.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name ?? "").sort();
}

/** The ids of the known bugs that break a property in some kernel. */
function bugsOf(name: string): string[] {
  const expected = [...(claims.get(name)?.expected.values() ?? [])];
  return [...new Set(expected)].filter((word) => word !== "holds" && word !== "weakness");
}

describe("properties.md and violations.md", () => {
  test("every property has a section, and every section is a property", () => {
    expect([...described.keys()].sort()).toEqual([...names].sort());
  });

  test.each([...claims])("%s is quoted word for word", (name, { property }) => {
    const { statement, source, refutedBy, notClaimed } = property;
    const section = described.get(name) ?? "";
    const quote = quoted(sections(promises).get(`\`${name}\``) ?? "");
    expect(quote || quoted(sections(violations).get(`\`${name}\``) ?? "")).toBe(statement);
    expect(section).toContain(`\`${source}\``);
    if (notClaimed !== undefined) expect(section).toContain(notClaimed);
    if (refutedBy === undefined) return;
    expect(section).toContain(`Mutant** \`${refutedBy}\`: ${breaks.get(refutedBy)}.`);
  });

  test.each([...claims])("%s says in which kernels it is what", (name, { expected }) => {
    const section = described.get(name) ?? "";
    const [, only = ""] = /\*\*Only with\*\* ([^.]*)\./.exec(section) ?? [];
    const features = codes(only);
    const owners = kernelNames.filter((kernel) => features.every((one) => has(kernel, one)));
    expect([...expected.keys()]).toEqual(owners);
    const [, broken = "", mended = ""] =
      /\*\*Violated in\*\* (.*?); a promise in (.*?)\. - /.exec(section) ?? [];
    const violated = kernelNames.filter((kernel) =>
      bugsOf(name).includes(expected.get(kernel) ?? ""),
    );
    expect(codes(broken)).toEqual(violated);
    const holds = violated.length === 0 ? [] : owners.filter((one) => !violated.includes(one));
    expect(codes(mended)).toEqual(holds);
  });

  test("weaknesses and witnesses stand below their headings, and nothing else does", () => {
    const weak = names.filter((name) => claims.get(name)?.expected.get("fixed") === "weakness");
    expect(below(promises, "Weaknesses")).toEqual(weak.sort());
    const seen = names.filter((name) => claims.get(name)?.property.kind === "sometimes");
    expect(below(promises, "Witnesses")).toEqual(seen.sort());
  });

  test("a property that some bug breaks stands below the bug, and the others elsewhere", () => {
    const bugs = [...new Set(names.flatMap(bugsOf))];
    const headings = [...violations.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? "");
    expect([...headings].sort()).toEqual([...bugs].sort());
    for (const bug of bugs) {
      const broken = names.filter((name) => bugsOf(name).includes(bug));
      expect(below(violations, bug)).toEqual(broken.sort());
    }
  });

  test("the table of bugs says which kernel has which", () => {
    const said = tableRows(violations, "bug", "what happens").map((row) => [
      /\[(.+?)\]/.exec(row["bug"] ?? "")?.[1],
      kernelNames.filter((kernel) => row[`\`${kernel}\``] === "yes"),
    ]);
    const meant = said.map(([bug]) => [
      bug,
      kernelNames.filter((kernel) =>
        names.some((name) => claims.get(name)?.expected.get(kernel) === bug),
      ),
    ]);
    expect(said).toEqual(meant);
  });
});

describe("the bounds in properties.md", () => {
  const said = tableRows(promises, "world", "presets").map((row) =>
    Object.values(row).map((cell) => cell.replaceAll("`", "")),
  );

  test("they are those of the worlds", () => {
    const rows = said.flatMap(([name = "", presets = "", ...rest]) =>
      presets.split(", ").map((preset) => [preset, name, ...rest].join(" | ")),
    );
    const meant = worldRows().map(({ preset, cells }) => [preset, ...cells].join(" | "));
    expect(rows.sort()).toEqual(meant.sort());
  });
});
