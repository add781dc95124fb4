import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import type { CheckReport } from "../../src/model/report.ts";
import { runWorld } from "../../src/model/run.ts";
import { kernels, presets, worldsOf } from "../../src/model/worlds.ts";
import { literal, properties } from "./kernel.ts";
import { readSpec } from "./markdown.ts";
import { undescribed } from "./schema.ts";

const schema = JSON.parse(readSpec("check-report.schema.json"));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  schema,
);

/** A report as the command makes it; the largest world stops at a limit, to have that case too. */
const report: CheckReport = aggregate({
  tool: "kexec-model test",
  kernel: "seed",
  preset: "quick",
  mutant: null,
  worlds: worldsOf("quick", "seed").map((world) =>
    runWorld({
      world,
      properties: kexecProperties,
      ...(world.name === "race" && { limits: { statesMax: 1000 } }),
    }),
  ),
  claims: properties,
  literal,
  coverageMatters: false,
});

/** A copy of the report, as a reader of its JSON gets it. */
function copy(): CheckReport {
  return JSON.parse(JSON.stringify(report));
}

/** The errors of a value, one line each. */
function errors(value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("the schema of a check's report", () => {
  test("a real report is valid, and shows traces, declared transitions and a limit", () => {
    expect(errors(copy())).toEqual([]);
    expect(report.properties.some(({ trace }) => trace !== null)).toBe(true);
    expect(report.coverage.declared).not.toEqual([]);
    expect(report.worlds.map(({ incomplete }) => incomplete)).toContain("states");
  });

  test.each(Object.keys(schema.properties))("a report without %s is refused", (field) => {
    const { [field as keyof CheckReport]: _, ...rest } = copy(); // a key of the schema
    expect(errors(rest)).toEqual([` must have required property '${field}'`]);
  });

  test.each(["world", "property"])("a %s with a field missing is refused", (name) => {
    const list = name === "world" ? "worlds" : "properties";
    const [first] = report[list];
    for (const field of Object.keys(first ?? {})) {
      const changed = copy();
      Reflect.deleteProperty(changed[list][0] ?? {}, field);
      expect(errors(changed)).toContain(`/${list}/0 must have required property '${field}'`);
    }
  });

  test("a field that nobody knows is refused", () => {
    expect(errors({ ...copy(), extra: 1 })).toEqual([" must NOT have additional properties"]);
  });

  test("an event with a payload that is not its own is refused", () => {
    const changed = copy();
    const steps = changed.properties.find(({ trace }) => trace)?.trace?.steps ?? [];
    Object.assign(steps[0]?.event ?? {}, { outcome: "ok" });
    expect(errors(changed)).not.toEqual([]);
  });

  test("kernels and presets are those of the model", () => {
    expect(schema.properties.kernel.enum).toEqual(Object.keys(kernels));
    expect(schema.properties.preset.enum).toEqual(presets);
  });

  test("everything in the schema is described", () => {
    expect(undescribed(schema, "")).toEqual([]);
  });
});
