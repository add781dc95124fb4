import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import { parseReport, ReportFileError } from "../../src/formats/report-file.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import { runWorld } from "../../src/model/run.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { literal, properties } from "../spec/kernel.ts";
import { changed, refusal } from "./changed.ts";

/** As a check makes it; one world, and one that a limit stops, to have statistics. */
const report = aggregate({
  tool: "kexec-model test",
  kernel: "seed",
  preset: "quick",
  mutant: null,
  worlds: worldsOf("quick", "seed")
    .filter(({ name }) => name === "race" || name === "memory")
    .map((world) =>
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
const good: unknown = JSON.parse(JSON.stringify(report));
const traced = report.properties.findIndex(({ trace }) => trace !== null);

function read(path: string, value: unknown): string {
  return refusal(() => parseReport(changed(good, path, value)), ReportFileError);
}

test("a report that was saved and read again is accepted as it is", () => {
  expect(parseReport(good)).toEqual(good);
  expect(report.worlds.some(({ statistics }) => statistics !== null)).toBe(true);
});

test("every field that the schema asks for is asked for", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../spec/check-report.schema.json", import.meta.url), "utf8"),
  );
  for (const field of schema.required) {
    expect(read(field, undefined)).toMatch(new RegExp(`^report\\.${field}: expected`));
  }
  for (const field of schema.$defs.world.required) {
    expect(read(`worlds.0.${field}`, undefined)).toContain(`worlds[0].${field}`);
  }
  for (const field of schema.$defs.property.required) {
    expect(read(`properties.0.${field}`, undefined)).toContain(`properties[0].${field}`);
  }
  for (const field of schema.$defs.coverage.required) {
    expect(read(`coverage.${field}`, undefined)).toContain(`coverage.${field}`);
  }
});

const trace = `properties.${traced}.trace`;

describe("a report is accepted or refused for", () => {
  test.each<[path: string, value: unknown, message: string]>([
    ["schema", 2, "report.schema: expected 1, got 2"],
    ["kernel", "__proto__", 'report.kernel: expected "seed" or'],
    ["preset", "suite", 'report.preset: expected "quick" or "standard" or "deep", got "suite"'],
    ["mutant", "lock-not-taken", "accepted"],
    ["mutant", "nobody", "report.mutant: expected "],
    ["verdict", "proved", 'report.verdict: expected "holds" or "violated" or "incomplete"'],
    ["problems", [1], "report.problems[0]: expected a text, got 1"],
    ["extra", 1, 'got {"extra":1}'],
    ["worlds.0.world", "moon", "report.worlds[0].world: expected "],
    ["worlds.0.states", "1", "report.worlds[0].states: expected a number from 0 on"],
    ["worlds.0.states", 1.5, "report.worlds[0].states: expected a number from 0 on"],
    ["worlds.0.seconds", 1.5, "accepted"],
    ["worlds.0.seconds", -1, "report.worlds[0].seconds: expected a number from 0 on"],
    ["worlds.0.incomplete", "tired", 'report.worlds[0].incomplete: expected null or "states"'],
    ["worlds.0.bounds.panic", "twice", "report.worlds[0].bounds.panic: expected "],
    ["worlds.0.statistics", {}, "report.worlds[0].statistics.states: expected"],
    ["worlds.0.deadlock", [], "report.worlds[0].deadlock: expected an object, got []"],
    ["properties.0.name", "<script>", "report.properties[0].name: expected the name of a prop"],
    ["properties.1", report.properties[0], "report.properties[1].name: expected a name of its"],
    ["properties.0.kind", "never", "report.properties[0].kind: expected "],
    ["properties.0.expect", { kind: "weakness", reason: "x" }, "accepted"],
    ["properties.0.expect", { kind: "weakness" }, "expect.reason: expected a text, got nothing"],
    ["properties.0.expect", { kind: "hope" }, 'expect.kind: expected "holds" or'],
    ["properties.0.outcome", "true", "report.properties[0].outcome: expected "],
    [`${trace}.world`, "moon", "trace.world: expected "],
    [`${trace}.loop`, 0, "accepted"],
    [`${trace}.loop`, 999, "trace.loop: expected a number from 0 to "],
    [`${trace}.steps.0.event`, { type: "x" }, "trace.steps[0].event.type: expected "],
    [`${trace}.steps.0.event.task`, 9, "trace.steps[0].event.task: expected a number from 0 to "],
    [`${trace}.steps.0.states`, ["idle", 1], "trace.steps[0].states[1]: expected a text, got 1"],
    [`${trace}.steps.0`, null, "trace.steps[0]: expected an object, got null"],
    ["coverage.transitions.0.taken", null, "coverage.transitions[0].taken: expected a number"],
    ["coverage.declared", [{ key: "a b 0" }], "coverage.declared[0].reason: expected a text"],
  ])("%s = %j", (path, value, message) => {
    expect(read(path, value)).toContain(message);
  });
});
