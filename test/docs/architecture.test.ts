import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { root, textOf } from "./commands.ts";

/** A part of the code, and the parts that it may import; null: all. */
type Rule = readonly [part: string, imports: ReadonlySet<string> | null];

const rules: readonly Rule[] = textOf("ARCHITECTURE.md")
  .split("\n")
  .flatMap((line): Rule[] => {
    const [, path = "", imports = ""] = /^\| `([\w/]+)` \| .* \| ([\w, ]+) \|$/.exec(line) ?? [];
    if (path === "") return [];
    const names = imports === "nothing" ? [] : imports.split(", ");
    return [[partOf(`${path}/index.ts`), imports === "everything" ? null : new Set(names)]];
  });

/** `src/memory/pages.ts` is in `memory`, `machines/guards.ts` in `machines`, `src/index.ts` in `src`. */
function partOf(path: string): string {
  const [first = "", second = "", third] = path.split("/");
  return first === "src" && third !== undefined ? second : first;
}

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = ["machines", "properties", "src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file))
    .flatMap((from) =>
      [...readFileSync(join(root, from), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(
        ([, path = ""]) => ({ from, to: normalize(join(dirname(from), path)) }),
      ),
    ),
);

/** The imports that a table of rules forbids. */
function forbidden(table: readonly Rule[]): string[] {
  const allowed = new Map(table);
  return imports.flatMap(({ from, to }) => {
    const [part, other] = [partOf(from), partOf(to)];
    const names = allowed.get(part);
    const isAllowed = part === other || names === null || names?.has(other) === true;
    return isAllowed ? [] : [`${from} imports ${to}`];
  });
}

describe("the table of parts in ARCHITECTURE.md", () => {
  test("names every part that there is", () => {
    const parts = imports.map(({ from }) => partOf(from));
    const imported = imports.map(({ to }) => partOf(to));
    expect(rules.map(([part]) => part).sort()).toEqual(
      [...new Set([...parts, ...imported])].sort(),
    );
  });

  test("allows every import", () => {
    expect(imports.length).toBeGreaterThan(1_000);
    expect(forbidden(rules)).toEqual([]);
  });

  test("allows nothing that no file imports", () => {
    const used = new Set(imports.map(({ from, to }) => `${partOf(from)} ${partOf(to)}`));
    const idle = rules.flatMap(([part, names]) =>
      [...(names ?? [])].filter((name) => !used.has(`${part} ${name}`)).map((n) => [part, n]),
    );
    expect(idle).toEqual([]);
  });

  test("forbids what it does not name", () => {
    const without = rules.map(
      ([part, names]): Rule => [part, part === "memory" ? new Set() : names],
    );
    expect(forbidden(without).length).toBeGreaterThan(0);
  });
});

describe("a path in ARCHITECTURE.md or CONTRIBUTING.md", () => {
  const links = ["ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((document) =>
    [...textOf(document).matchAll(/\]\(([^)#]+)/g)].map(([, path = ""]) => path),
  );
  const local = [...new Set(links)].filter((path) => !path.startsWith("http"));

  test.each(local)("exists: %s", (path) => {
    expect(() => readdirSync(join(root, dirname(path)))).not.toThrow();
    const names = readdirSync(join(root, dirname(path)));
    expect(names).toContain(normalize(path).replace(/\/$/, "").split("/").at(-1));
  });
});
