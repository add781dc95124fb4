import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { describe, expect, test } from "vitest";
import type { Automaton } from "../../../../src/formats/export/rv/automaton.ts";
import { loadMonitor } from "../../../../src/formats/export/rv/monitor.ts";
import { rvDot } from "../../../../src/formats/export/rv/rv-dot.ts";
import { readRvDot } from "../../../../src/formats/export/rv/rv-lint.ts";

const { automaton } = loadMonitor("7.2");
const dot = rvDot(automaton);

/** `state event state`, in alphabetical order. */
function movesOf({ next }: Automaton): readonly string[] {
  return [...next]
    .flatMap(([from, row]) => [...row].map(([event, to]) => `${from} ${event} ${to}`))
    .sort();
}

describe("the DOT of a monitor", () => {
  test("has no line that a reader of the kernel would misunderstand", () => {
    const read = readRvDot(dot);
    expect(read.problems).toEqual([]);
    expect(read.automaton?.states.toSorted()).toEqual(automaton.states.toSorted());
    expect(read.automaton && movesOf(read.automaton)).toEqual(movesOf(automaton));
  });

  test("is the same graph to Graphviz", async () => {
    const graphviz = await Graphviz.load();
    const { objects, edges } = JSON.parse(graphviz.layout(dot, "dot_json", "dot"));
    const names: string[] = objects.map(({ name }: { name: string }) => name);
    const found = edges.flatMap(
      ({ tail, head, label = "" }: { tail: number; head: number; label?: string }) =>
        label.split("\\n").map((event) => `${names[tail]} ${event} ${names[head]}`),
    );
    expect(found.sort()).toEqual(["__init_idle  idle", ...movesOf(automaton)].sort());
  });
});

/** The kernel's own readers: `tools/verification/dot2/dot2c`, `tools/verification/rvgen/dot2c`. */
const readers = (process.env["KEXEC_MODEL_DOT2C"] ?? "").split(":").filter((path) => path !== "");

describe("the kernel's own reader makes the same automaton of it", () => {
  test.runIf(readers.length === 0)("of a kernel tree", (context) => {
    context.skip("KEXEC_MODEL_DOT2C names no dot2c, or several with colons between");
  });

  test.each(readers)("%s", (reader) => {
    const folder = mkdtempSync(join(tmpdir(), "kexec-model-rv-"));
    try {
      const file = join(folder, "kexec_load.dot");
      const place = dirname(reader);
      const env = { ...process.env, PYTHONPATH: `${dirname(place)}:${place}` };
      for (const kernel of ["5.10", "7.2"] as const) {
        const own = loadMonitor(kernel).automaton;
        writeFileSync(file, rvDot(own));
        const source = execFileSync("python3", [reader, file], { encoding: "utf8", env });
        expect(movesOf(parseC(source))).toEqual(movesOf(own));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The automaton of a C source as dot2c writes it. */
function parseC(source: string): Automaton {
  const names = (field: string): readonly string[] => {
    const [, list = ""] = new RegExp(`\\.${field}_names = \\{([^}]*)\\}`).exec(source) ?? [];
    return [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  };
  const [states, events] = [names("state"), names("event")];
  const [, matrix = ""] = /\.function = \{((?:\s*\{[^}]*\},?)*)/.exec(source) ?? [];
  const rows = [...matrix.matchAll(/\{([^}]*)\}/g)].map(([, row = ""]) => row.match(/\w+/g) ?? []);
  const next = new Map(
    states.map((state, i) => {
      const row = (rows[i] ?? []).flatMap((cell, j): [string, string][] =>
        cell.startsWith("INVALID_STATE") ? [] : [[events[j] ?? "", cell]],
      );
      return [state, new Map(row)];
    }),
  );
  return { states, events, next };
}

describe("a lint of a monitor's file says what is misunderstood, and by whom", () => {
  const arrow = '"call_locked_freeing" -> "call_locked_unlocking" [ label = "kimage_free" ];';
  const line = dot.split("\n").findIndex((one) => one.trim() === arrow) + 1;

  /** The problems of the file with one text exchanged. */
  function problems(text: string, other: string): readonly string[] {
    expect(dot).toContain(text);
    return readRvDot(dot.replace(text, other)).problems.map((one) => `${one.line}: ${one.message}`);
  }

  test.each([
    // each of these is read otherwise by one of the kernel's readers, or refused
    [
      "a comment",
      arrow,
      `// freed\n\t${arrow}`,
      /no comment: dot2c takes what follows one for the end/,
    ],
    ["an empty line", arrow, `\n\t${arrow}`, /no empty line/],
    [
      "a bare number",
      "center = true;",
      "fontsize = 10;",
      /2: expected a number in quotation marks/,
    ],
    ["defaults", "center = true;", "edge [color = red];", /2: expected no defaults/],
    [
      "another name",
      "digraph state_automaton",
      "digraph kexec",
      /1: expected the line "digraph state_/,
    ],
    ["no spaces", '[ label = "kimage_free" ];', '[label="kimage_free"];', /with these spaces/],
    ["an attribute behind", 'free" ];', 'free", color = red ];', /the label as the last attribute/],
    [
      "a blank in an event",
      '"kimage_free" ];',
      '"kimage free" ];',
      /a C identifier, got "kimage free"/,
    ],
    [
      "a hyphen in an event",
      '"kimage_free" ];',
      '"kimage-free" ];',
      /a C identifier, got "kimage-free"/,
    ],
    [
      "a pretty label",
      '[label = "call_entered"]',
      '[label = "Entered"]',
      /got "Entered": rvgen knows/,
    ],
    ["no label", '\t"call_entered" [label = "call_entered"];\n', "", /no reader does without/],
    ["an event less arrow", arrow, '"call_entered" -> "idle";', /events on every arrow/],
    [
      "a second target",
      'label = "sys_enter_kexec_load"',
      'label = "kimage_free"',
      /one target of kimage_free in "idle"/,
    ],
    [
      "a line for the same pair",
      arrow,
      `${arrow}\n\t${arrow.replace("kimage_free", "other")}`,
      /rvgen drops these/,
    ],
    [
      "no such state",
      '-> "call_locked_unlocking"',
      '-> "call_locked"',
      /has a node, got "call_locked"/,
    ],
    ["another initial state", '-> "idle";', '-> "call_entered";', /for the initial state idle/],
    ["no initial state", '\t"__init_idle" -> "idle";\n', "", /behind all nodes, one arrow/],
    ["text behind the end", "\t}\n}\n", "\t}\n}\n}\n", /nothing behind the end/],
  ])("%s", (_, text, other, message) => {
    expect(problems(text, other).join("\n")).toMatch(message);
  });

  test("with the number of the line", () => {
    expect(problems(arrow, arrow.replace(" ];", "];"))[0]).toMatch(new RegExp(`^${line}: `));
  });
});
