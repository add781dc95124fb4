import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** Words with one space between them, and without the marks that only one of the two texts has. */
function plain(text: string): string {
  return text
    .replace(/[\\`*<>]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const entries = [
  { source: "src/index.ts", page: "docs/api/kexec-model.md" },
  { source: "src/vitest.ts", page: "docs/api/kexec-model/vitest.md" },
];

const sources = ["src", "src/xstate", "src/xstate/compile", "src/checker"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => read(`${folder}/${name}`)),
);

/** What an entry of the library exports: from other files, or by itself. */
function exportedFrom(source: string): string[] {
  const lists = [...source.matchAll(/^export (?:type )?\{([^}]*)\} from/gm)];
  const listed = lists.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()));
  const own = [...source.matchAll(/^export (?:function|interface|type) (\w+)/gm)];
  return [...listed, ...own.map(([, name = ""]) => name)]
    .map((name) => name.replace(/^type /, ""))
    .filter((name) => name !== "");
}

/** The sentences of the docstring of a declaration, up to its first tag; one text per place. */
function docstringsOf(name: string): string[] {
  const declared = String.raw`export (?:function|interface|type|class) ${name}\b`;
  const pattern = new RegExp(String.raw`/\*\*((?:(?!\*/)[^])*)\*/\n${declared}`, "g");
  return sources.flatMap((text) =>
    [...text.matchAll(pattern)].map(([, comment = ""]) => {
      const [sentences = ""] = comment.replace(/^\s*\* ?/gm, "").split(/^@/m);
      return plain(sentences);
    }),
  );
}

describe.each(entries)("the API reference of $source", ({ source, page }) => {
  const reference = plain(read(page));
  const names = exportedFrom(read(source));

  test("has exports to speak of", () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names).toContain(source.includes("vitest") ? "testMachine" : "checkMachine");
  });

  test.each(names)("has %s, with what its docstring says now: else npm run api", (name) => {
    expect(read(page)).toMatch(new RegExp(`^### ${name}(\\(\\))?$`, "m"));
    const said = docstringsOf(name);
    if (said.length > 0) expect(said.some((text) => reference.includes(text))).toBe(true);
  });
});
