import { type CTRFReport, validate } from "ctrf";
import { beforeAll, describe, expect, test } from "vitest";
import { ctrf } from "../../../src/formats/results/ctrf.ts";
import { resultsOfCheck } from "../../../src/formats/results/of-check.ts";
import type { Results } from "../../../src/formats/results/results.ts";
import { conformResults, mutantResults, mutationResults, times } from "./real-results.ts";
import { property, report } from "./reports.ts";

/** The report, after the format's own validation. */
function parsed(results: Results): CTRFReport {
  const json: unknown = JSON.parse(ctrf(results));
  expect(validate(json)).toMatchObject({ valid: true, errors: [] });
  return json as CTRFReport; // it was validated
}

let mutant: Results;
let conform: Results;
beforeAll(async () => {
  mutant = mutantResults();
  conform = await conformResults();
}, 120_000);

test("the format's own validation refuses what is wrong", () => {
  const json = JSON.parse(ctrf(mutant));
  json.results.tests[0].status = "open";
  expect(validate(json).valid).toBe(false);
});

describe.each(["check", "conform", "mutate"])("the results of %s", (command) => {
  const results = (): Results => {
    if (command === "check") return mutant;
    return command === "conform"
      ? conform
      : mutationResults("drop-guard call.admitted kexec_trylock 0");
  };

  test("are valid, and the summary counts their tests", () => {
    const { tests, summary } = parsed(results()).results;
    const count = (status: string): number => tests.filter((one) => one.status === status).length;
    expect([summary.tests, summary.passed, summary.failed, summary.skipped]).toEqual([
      tests.length,
      count("passed"),
      count("failed"),
      count("skipped"),
    ]);
    expect(count("failed")).toBeGreaterThan(0);
    expect([summary.start, summary.stop]).toEqual([times.began_ms, times.ended_ms]);
  });
});

test("a broken promise has its trace, its place and what shows it again", () => {
  const { tests } = parsed(mutant).results;
  const broken = tests.find(({ name }) => name === "trylock-is-busy-iff-the-lock-is-held");
  expect(broken).toMatchObject({
    status: "failed",
    rawStatus: "failed",
    suite: ["check seed quick lock-not-taken", "properties"],
    filePath: "machines/kexec-load.ts",
  });
  expect(broken?.trace?.split("\n")).toEqual([
    '1 kexec_load "normal"',
    "2 kexec_load_check",
    "3 kexec_trylock",
  ]);
  expect(broken?.extra).toEqual({
    again:
      "kexec-model explain trylock-is-busy-iff-the-lock-is-held --kernel seed --preset quick " +
      "--mutant lock-not-taken",
  });
});

test.each([
  ["unknown", false, "failed"],
  ["violated", false, "failed"],
  ["violated", true, "passed"],
  ["holds", true, "passed"],
] as const)("an outcome %s that is expected: %s has %s", (outcome, ok, status) => {
  const expected = { kind: "weakness", reason: "by design" } as const;
  const expect_ = outcome === "holds" ? ({ kind: "holds" } as const) : expected;
  const results = resultsOfCheck(report([property("a", outcome, { ok, expect: expect_ })]), times);
  expect(parsed(results).results.tests[0]?.status).toBe(status);
});
