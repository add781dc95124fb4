import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  baselineDifferences,
  baselineOf,
  baselinesText,
  type CheckBaseline,
  parseBaselines,
} from "../../../src/formats/results/baseline.ts";
import type { WorldReport } from "../../../src/model/report.ts";
import { kernelNames, worldsOf } from "../../../src/model/worlds.ts";
import { property, report, trace, world } from "./reports.ts";

const base: CheckBaseline = {
  worlds: {
    race: {
      states: 71_190,
      steps: 233_340,
      depth: 76,
      transitionsTaken: 100,
      guardsSeenBothWays: 50,
      statesEntered: 40,
    },
  },
  coverage: {
    transitions: 250,
    impossible: 22,
    transitionsTaken: 228,
    guardsSeenBothWays: 134,
    states: 106,
  },
  promises: 60,
  violated: { "a-known-bug": 20 },
};

function race(changed: Partial<CheckBaseline["worlds"][string]>): CheckBaseline {
  const was = base.worlds["race"] ?? expect.fail("no race");
  return { ...base, worlds: { race: { ...was, ...changed } } };
}

describe("differences are told in one line each", () => {
  test.each<readonly [claim: string, now: CheckBaseline, lines: readonly string[]]>([
    ["the same has none", base, []],
    [
      "numbers of a world that changed, with both values",
      race({ states: 71_204, depth: 75 }),
      ["world race: states 71,190, now 71,204 (+14); depth 76, now 75 (-1)"],
    ],
    [
      "coverage of a world",
      race({ transitionsTaken: 99 }),
      ["world race: transitions taken 100, now 99 (-1)"],
    ],
    [
      "coverage of all worlds",
      { ...base, coverage: { ...base.coverage, impossible: 23 } },
      ["all worlds: impossible 22, now 23 (+1)"],
    ],
    [
      "a world that is gone",
      { ...base, worlds: {} },
      ["world race: there is no such world any more"],
    ],
    [
      "a world that is new",
      { ...base, worlds: { ...base.worlds, ...{ b: race({}).worlds["race"] } } } as CheckBaseline,
      ["world b: new"],
    ],
    ["a promise more", { ...base, promises: 61 }, ["properties: that hold 60, now 61 (+1)"]],
    ["a violation that is gone", { ...base, violated: {} }, ["a-known-bug: was violated, is not"]],
    [
      "a violation that is new",
      { ...base, violated: { ...base.violated, x: 3 } },
      ["x: was not violated, is after 3 steps"],
    ],
    [
      "a shorter trace",
      { ...base, violated: { "a-known-bug": 19 } },
      ["a-known-bug: was violated after 20 steps, is after 19"],
    ],
  ])("%s", (_, now, lines) => {
    expect(baselineDifferences(base, now)).toEqual(lines);
  });
});

test("a baseline counts what the worlds of a check cover", () => {
  const found: WorldReport = {
    ...world,
    properties: [],
    coverage: [
      { key: "a go 0", taken: 2, guardTrue: 1, guardFalse: 3 },
      { key: "a go 1", taken: 1, guardTrue: 1, guardFalse: 0 },
      { key: "b go 0", taken: 0, guardTrue: 0, guardFalse: 1 },
    ],
    entered: [
      { path: "a", entered: 1 },
      { path: "b", entered: 0 },
    ],
    refused: [],
  };
  const known = property("x", "violated", { expect: { kind: "weakness", reason: "so" }, ok: true });
  const baseline = baselineOf(report([property("a", "holds"), known]), [found]);
  expect(baseline).toEqual({
    worlds: {
      race: {
        states: 10,
        steps: 20,
        depth: 3,
        transitionsTaken: 2,
        guardsSeenBothWays: 1,
        statesEntered: 1,
      },
    },
    coverage: {
      transitions: 0,
      impossible: 0,
      transitionsTaken: 0,
      guardsSeenBothWays: 0,
      states: 0,
    },
    promises: 1,
    violated: { x: trace.steps.length },
  });
});

test("the committed file has the standard check of every kernel, and is as it is written", () => {
  const file = new URL("../../../spec/check-baseline.json", import.meta.url);
  const committed = readFileSync(file, "utf8");
  const read = parseBaselines(JSON.parse(committed));
  expect(Object.keys(read).sort()).toEqual(kernelNames.map((name) => `${name} standard`).sort());
  expect(baselinesText(read)).toBe(committed);
  for (const name of kernelNames) {
    const worlds = worldsOf("standard", name).map((one) => one.name);
    expect(Object.keys(read[`${name} standard`]?.worlds ?? {})).toEqual(worlds);
  }
});

describe("a file of baselines", () => {
  const text = baselinesText({ "seed standard": base, "6.1 quick": base, "5.10 quick": base });

  test("is read as it was written, in the order of the kernels", () => {
    const read = parseBaselines(JSON.parse(text));
    expect(Object.keys(read)).toEqual(["5.10 quick", "6.1 quick", "seed standard"]);
    expect(read["seed standard"]).toEqual(base);
  });

  test("has a line for each world, so that a change is one line", () => {
    const changed = baselinesText({
      "seed standard": race({ states: 1 }),
      "6.1 quick": base,
      "5.10 quick": base,
    });
    const lines = text.split("\n");
    expect(changed.split("\n").filter((line, i) => line !== lines[i])).toEqual([
      expect.stringMatching(/^ {2}"race": \{"states":1,/),
    ]);
  });

  test("without any check is read, too", () => {
    expect(parseBaselines(JSON.parse(baselinesText({})))).toEqual({});
  });

  test.each<readonly [claim: string, json: unknown, message: string]>([
    ["another format", { format: "x", checks: {} }, 'file.format: expected "kexec-model check'],
    ["a list", [], "file: expected an object"],
    [
      "a number that is none",
      JSON.parse(text.replace("71190", '"many"')),
      'file.checks["5.10 quick"]["race"]',
    ],
  ])("%s is refused, and the message says where", (_, json, message) => {
    expect(() => parseBaselines(json)).toThrow(message.split("[")[0]);
  });
});
