import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { absentBugs, bugs, type KernelBug } from "../../src/model/bugs.ts";
import { claims } from "./kernel.ts";
import { readSpec, tableRows } from "./markdown.ts";

const text = readSpec("bugs/README.md");
const all = Object.entries<KernelBug>(bugs);

describe("spec/bugs/README.md", () => {
  const rows = tableRows(text, "bug", "what");

  test("has every bug of the museum, at least fifteen, with what is known of it", () => {
    expect(all.length).toBeGreaterThanOrEqual(15);
    expect(rows.map((row) => Object.values(row).join(" | "))).toEqual(
      [null, ""].flatMap((live) =>
        all
          .filter(([, { fixed }]) => (fixed === null) === (live === null))
          .map(([id, { title, since, fixed, variant, property }]) =>
            [
              `[${id}](${id}.md)`,
              title,
              since,
              fixed ?? "no",
              `\`${variant}\``,
              `\`${property}\``,
            ].join(" | "),
          ),
      ),
    );
  });

  test("says of the others why they are not there", () => {
    const others = tableRows(text, "bug", "fixed", "why it is not here");
    expect(others.map((row) => [row["bug"], row["fixed"], row["why it is not here"]])).toEqual(
      absentBugs.map(({ title, fixed, why }) => [title, fixed, why]),
    );
  });

  test("every bug has a page and a trace, and nothing else is there", () => {
    const files = readdirSync(new URL("../../spec/bugs/", import.meta.url));
    const ofBugs = all.flatMap(([id]) => [`${id}.md`, `${id}.trace.json`]);
    expect(files.sort()).toEqual([...ofBugs, "README.md"].sort());
  });

  test("the property that catches a bug promises something in the bug's kernel", () => {
    const broken = all.filter(
      ([, { kernel, property }]) => claims.get(property)?.expected.get(kernel) !== "holds",
    );
    expect(broken.map(([id]) => id)).toEqual([]);
  });
});
