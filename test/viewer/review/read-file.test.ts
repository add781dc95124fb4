import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generate } from "../../../src/testgen/generate.ts";
import {
  fileMax_bytes,
  ReviewFileError,
  readReviewFile,
  refuseLarge,
} from "../../../src/viewer/review/read-file.ts";
import { refusal } from "../../formats/changed.ts";

const suite = generate({
  tool: "test",
  kernel: "seed",
  cover: "random",
  seed: 1,
  tests: 1,
});
const trace = {
  format: "kexec-model trace 1",
  tool: "test",
  kernel: "seed",
  preset: "quick",
  world: "race",
  property: "",
  events: [],
  labels: [],
};
const run = {
  format: "kexec-model run 1",
  tool: "test",
  kernel: "seed",
  system: "reference kernel",
  tests: [],
  transitions: { executed: [], missing: [] },
};
const coverage = {
  transitions: [],
  dead: [],
  declared: [],
  waits: [],
  refused: [],
  needless: [],
  unreached: [],
  states: 0,
};
const check = {
  schema: 1,
  tool: "test",
  kernel: "seed",
  preset: "quick",
  mutant: null,
  worlds: [],
  properties: [],
  coverage,
  verdict: "holds",
  problems: [],
};

describe("a file is told apart by what it says of itself", () => {
  test.each([
    ["trace", trace],
    ["suite", suite],
    ["run", run],
    ["check", check],
  ])("a %s", (kind, value) => {
    expect(readReviewFile(JSON.stringify(value))).toEqual({ kind, [kind]: value });
  });

  test("a mutation result", () => {
    const file = readFileSync(new URL("../../../spec/mutation.json", import.meta.url), "utf8");
    const read = readReviewFile(file);
    if (read.kind !== "mutation") return expect.fail(`got a ${read.kind}`);
    expect(Object.keys(read.mutation.mutants).length).toBeGreaterThan(1000);
  });
});

const deep = 100_000;

describe("what is no such file is refused with a message for people", () => {
  test.each<[what: string, text: string, message: string]>([
    ["nothing", "", "expected JSON, got"],
    ["text", "kexec", "expected JSON, got"],
    ["a number", "1", "expected a trace, a suite, a run, the report of a check or a mutation"],
    ["null", "null", "got a file that names no format"],
    ["a list", "[]", "got a file that names no format"],
    ["another format", '{"format":"junit"}', 'got a file of format "junit"'],
    ["a format that is no text", '{"format":{}}', "got a file that names no format"],
    ["another schema", '{"schema":2}', "got a file of schema 2"],
    [
      "a report with the format of nothing",
      JSON.stringify({ ...check, format: "x" }),
      'got a file of format "x"',
    ],
    ["a suite of another model", JSON.stringify({ ...suite, model: "0" }), "generate it again"],
    ["a trace of another kernel", JSON.stringify({ ...trace, kernel: "9" }), "kernel: expected"],
    ["a run without tests", JSON.stringify({ ...run, tests: 1 }), "run.tests: expected a list"],
    ["a check that judges", JSON.stringify({ ...check, verdict: 1 }), "report.verdict: expected"],
    ["a mutation", '{"format":"kexec-model mutation 1"}', "properties: expected a list"],
    [
      "lists in lists, deeper than one can follow",
      `{"format":"kexec-model trace 1","kernel":${"[".repeat(deep)}${"]".repeat(deep)}}`,
      "kernel: expected",
    ],
    [
      "a prototype",
      JSON.stringify(trace).replace('"events"', '"__proto__":{"events":1},"events"'),
      "accepted",
    ],
    [
      "a prototype in place of a field",
      JSON.stringify(check).replace('"verdict":"holds"', '"__proto__":{"verdict":"holds"}'),
      "expected schema, kernel",
    ],
  ])("%s", (_, text, message) => {
    expect(refusal(() => readReviewFile(text), ReviewFileError)).toContain(message);
  });

  test("a file that is too large, before it is read", () => {
    const text = "[".repeat(fileMax_bytes + 1);
    const message = "expected a file of at most 50 MiB, got one of 51 MiB";
    expect(refusal(() => readReviewFile(text), ReviewFileError)).toBe(message);
    expect(refusal(() => refuseLarge(fileMax_bytes), ReviewFileError)).toBe("accepted");
  });
});
