import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import { runWorld } from "../../src/model/run.ts";
import { presets, worldsOf } from "../../src/model/worlds.ts";
import { properties, worldNamed } from "./kernel.ts";
import { codes, oneLine, quoted, readSpec, sections, tableRows } from "./markdown.ts";

const text = readSpec("properties.md");
const described = new Map(
  [...sections(text)]
    .filter(([heading]) => /^`.+`$/.test(heading))
    .map(([heading, body]) => [heading.slice(1, -1), body]),
);

describe("properties.md", () => {
  test("every property has a section, and every section is a property", () => {
    expect([...described.keys()].sort()).toEqual(properties.map(({ name }) => name).sort());
  });

  test.each(properties)("$name is quoted word for word", (property) => {
    const { name, statement, source, refutedBy, notClaimed } = property;
    const section = described.get(name) ?? "";
    expect(quoted(section)).toBe(statement);
    expect(oneLine(section)).toContain(`\`${source}\``);
    if (refutedBy !== undefined) expect(oneLine(section)).toContain(`Mutant** \`${refutedBy}\``);
    if (notClaimed !== undefined) expect(oneLine(section)).toContain(notClaimed);
  });

  test("weaknesses and known violations stand below their headings, and nothing else does", () => {
    const below = (heading: string): string[] => {
      const chapter = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
      return [...chapter.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name ?? "");
    };
    const expected = (kind: string): string[] =>
      properties.filter(({ expect: its }) => its?.kind === kind).map(({ name }) => name);
    expect(below("Known violation B8").sort()).toEqual(expected("known-violation").sort());
    expect(below("Weaknesses").sort()).toEqual(expected("weakness").sort());
    const witnesses = properties.filter(({ kind }) => kind === "sometimes");
    expect(below("Witnesses").sort()).toEqual(witnesses.map(({ name }) => name).sort());
  });

  test("the bounds are those of the worlds", () => {
    const said = tableRows(text, "preset", "world").map((row) =>
      Object.values(row).map((cell) => codes(cell)[0] ?? cell),
    );
    expect(said).toEqual(
      presets.flatMap((preset) =>
        worldsOf(preset, "seed").map(({ name, bounds, sigkill, sysctl }) => [
          preset,
          name,
          String(bounds.tasks),
          `${bounds.frames} + ${bounds.crashFrames}`,
          String(bounds.listPageWords),
          String(bounds.tablePages),
          String(bounds.requests.length),
          sigkill ? "yes" : "no",
          sysctl ? "yes" : "no",
        ]),
      ),
    );
  });

  test("the counterexample of B8 is the one that the checker finds", () => {
    const { properties: findings } = runWorld({
      world: worldNamed("memory"),
      properties: (layout) =>
        kexecProperties(layout).filter(({ name }) => name === "lock-free-frames-are-installed"),
    });
    const shown = (findings[0]?.trace?.steps ?? []).map(({ label, changes }, i) =>
      oneLine(`${i + 1} ${label}${changes.length > 0 ? `: ${changes.join("; ")}` : ""}`),
    );
    const [, block = ""] = /^```text\n(.*?)^```/ms.exec(text) ?? [];
    const steps = block.split(/^(?= *\d+ {2})/m).map(oneLine);
    expect(steps).toEqual(shown);
  });
});
