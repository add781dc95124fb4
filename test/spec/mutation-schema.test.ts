import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parseMutation } from "../../src/formats/mutation-file.ts";
import { scoreOf } from "../../src/mutation/score.ts";
import { readSpec } from "./markdown.ts";
import { undescribed } from "./schema.ts";

const schema = JSON.parse(readSpec("mutation-report.schema.json"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

const committed = new URL("../../spec/mutation.json", import.meta.url);
const result = parseMutation(readFileSync(committed, "utf8"));

/** The report of the committed result, as a reader of its JSON gets it. */
function copy(): Record<string, unknown> {
  const score = scoreOf(result, Object.keys(result.properties));
  const report = {
    schema: 1,
    tool: "kexec-model test",
    judged: 0,
    score,
    differences: ["x"],
    result,
  };
  const text = JSON.stringify(report, (_, value) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
  return JSON.parse(text);
}

describe("the schema of a mutation report", () => {
  test("takes the report of the committed result", () => {
    expect([validate(copy()), validate.errors]).toEqual([true, null]);
    const verdicts = Object.values(result.mutants).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(["killed", "suite", "equivalent"]));
  });

  test("takes some verdicts by themselves, a survivor too", () => {
    const some = Object.fromEntries(Object.entries(result.mutants).slice(0, 50));
    expect(validate(some)).toBe(true);
    expect(validate({ x: { part: "0", verdict: "survived", why: "nobody looked" } })).toBe(true);
  });

  test.each(Object.keys(copy()))("refuses a report without %s", (field) => {
    const report = copy();
    delete report[field];
    expect(validate(report)).toBe(false);
  });

  test.each<readonly [claim: string, mutant: unknown]>([
    ["a verdict that nobody knows", { part: "0", verdict: "asleep" }],
    ["a survivor that does not say what was tried", { part: "0", verdict: "survived" }],
    ["a proof that is none", { part: "0", verdict: "equivalent", proof: { kind: "trust me" } }],
  ])("refuses %s", (_, mutant) => {
    expect(validate({ mutant })).toBe(false);
  });

  test("describes everything", () => {
    expect(undescribed(schema, "")).toEqual([]);
  });
});
