import { describe, expect, test } from "vitest";
import { claims, errorsOf, literal } from "./kernel.ts";
import { codes, type Row, readSpec, tableRows } from "./markdown.ts";

const rows = tableRows(readSpec("seed-map.md"), "row", "C function");

function column(row: Row, name: string): string[] {
  return codes(row[name] ?? "");
}

describe("the seed map", () => {
  test("every transition of kexec_load and of the sysctls stands in a row", () => {
    const mapped = new Set(rows.flatMap((row) => column(row, "transition")));
    const ours = literal.transitions.filter(({ key }) =>
      /^(idle kexec_load|call|sysctls)\b/.test(key),
    );
    expect(ours.filter(({ key }) => !mapped.has(key))).toEqual([]);
  });

  test("every transition that a row names exists", () => {
    const keys = literal.transitions.map(({ key }) => key);
    expect(unknown("transition", keys)).toEqual([]);
  });

  test("every state that a row names exists", () => {
    const paths = literal.states.map(({ path }) => path);
    expect(unknown("state", paths)).toEqual([]);
  });

  test("every property that a row names exists", () => {
    expect(unknown("property", [...claims.keys()])).toEqual([]);
  });

  test("the transitions of a row start in the states of the row", () => {
    const wrong = rows.filter((row) => {
      const starts = new Set(column(row, "transition").map((key) => key.split(" ")[0]));
      return [...starts].some((path) => !column(row, "state").includes(path ?? ""));
    });
    expect(wrong).toEqual([]);
  });

  test("rows are numbered from 1, and each names a C function and a branch", () => {
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, i) => String(i + 1)));
    expect(rows.filter((row) => column(row, "C function").length !== 1)).toEqual([]);
    expect(rows.filter(({ branch }) => branch === "")).toEqual([]);
  });

  function unknown(name: string, known: readonly string[]): string[] {
    return rows.flatMap((row) => column(row, name)).filter((word) => !known.includes(word));
  }
});

describe("the errors of the seed map", () => {
  const errors = errorsOf();

  // what a row says, and what its transitions do, must be the same set
  test.each(rows.filter((row) => column(row, "transition").length > 0))(
    "row $row names the errors that its transitions set",
    (row) => {
      const said = [...(row["errno"] ?? "").matchAll(/-(E[A-Z]+)/g)].map(([, name]) => name ?? "");
      const possible = column(row, "transition").map((key) => errors.get(key) ?? []);
      const certain = possible.filter((names) => names.length === 1).flat();
      expect(said).toEqual(expect.arrayContaining([...new Set(certain)]));
      expect(said.filter((name) => !possible.flat().includes(name))).toEqual([]);
    },
  );
});

describe("the marks of the seed map", () => {
  const legend = tableRows(readSpec("seed-map.md"), "mark", "meaning").map(({ mark }) => mark);
  const reasons = new Map(literal.transitions.map(({ key, unreachable }) => [key, unreachable]));

  test("every mark is explained", () => {
    const marks = new Set(rows.map(({ mark }) => mark).filter((mark) => mark !== ""));
    expect([...marks].sort()).toEqual([...legend].sort());
  });

  test("a row without a mark has a transition, and each of them exists in the seed", () => {
    const wrong = rows
      .filter(({ mark }) => mark === "")
      .filter((row) => {
        const keys = column(row, "transition");
        return keys.length === 0 || keys.some((key) => reasons.get(key) !== null);
      });
    expect(wrong).toEqual([]);
  });

  test.each(["impossible on x86-64", "not in the seed"])(
    "the transitions of a row that is %s cannot be taken in the seed",
    (mark) => {
      const marked = rows.filter((row) => row["mark"] === mark);
      expect(marked).not.toEqual([]);
      const keys = marked.flatMap((row) => column(row, "transition"));
      expect(keys.filter((key) => reasons.get(key) === null)).toEqual([]);
    },
  );

  test("the branches that x86-64 cannot take are declared, and no others", () => {
    const impossible = rows.filter(({ mark }) => mark === "impossible on x86-64");
    expect(impossible.map((row) => column(row, "C function")[0])).toEqual([
      "do_kexec_load", // a failing post-load
      "do_kexec_load", // re-protecting on an error path of a crash load
      "kimage_alloc_control_pages", // an image of neither type
      "kimage_alloc_crash_control_pages", // a hole over the limit
      "kimage_load_segment", // an image of neither type
      "kimage_alloc_page", // an old source page in high memory
      "kimage_load_crash_segment", // a crash segment without a struct page
    ]);
  });
});
