import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultsOfCheck } from "../../../src/formats/results/of-check.ts";
import type { Results, SourceLocation } from "../../../src/formats/results/results.ts";
import { sarif } from "../../../src/formats/results/sarif.ts";
import { conformResults, mutantResults, mutationResults, times } from "./real-results.ts";
import { property, report } from "./reports.ts";

interface Location {
  readonly message?: { readonly text: string };
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: { readonly startLine: number };
  };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly {
      readonly locations: readonly { readonly location: Location; readonly nestingLevel: number }[];
    }[];
  }[];
  readonly suppressions?: readonly { readonly justification: string }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface SarifRun {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string }[]; readonly name: string };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly SarifResult[];
}

const resolve = createRequire(import.meta.url).resolve;
/** The validator's package for this system holds the schema. */
const validator = `@microsoft/sarif-multitool-${process.platform}`;
const schema: unknown = JSON.parse(readFileSync(resolve(`${validator}/sarif-2.1.0.json`), "utf8"));
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const validate = ajv.compile(schema as object); // an object, or ajv refuses it

function errors(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const folder = mkdtempSync(join(tmpdir(), "kexec-model-sarif-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the SARIF validator complains of in logs, GitHub's rules included, a line each. */
function complaints(...logs: readonly string[]): string[] {
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  for (const [i, log] of logs.entries()) writeFileSync(join(folder, `${i}.sarif`), log);
  const program = resolve("@microsoft/sarif-multitool/bin.js");
  const rules = ["--rule-kind", '"Sarif;Ghas"'];
  const { stdout } = spawnSync(
    process.execPath,
    [program, "validate", `${folder}/*.sarif`, ...rules],
    {
      encoding: "utf8",
    },
  );
  expect(stdout).toContain(`Done. ${logs.length} files scanned.`);
  return stdout.split("\n").filter((line) => /: (error|warning|note) /.test(line));
}

function runOf(results: Results): SarifRun {
  const { runs } = JSON.parse(sarif(results));
  return runs[0];
}

function lineAt({ file, line }: SourceLocation): string {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  return text.split("\n")[line - 1]?.trim() ?? expect.fail(`${file} has no line ${line}`);
}

/** The source line that a location shows. */
function sourceOf({ physicalLocation }: Location): string {
  const { artifactLocation, region } = physicalLocation ?? expect.fail("no physical location");
  expect(artifactLocation.uriBaseId).toBe("%SRCROOT%");
  return lineAt({ file: artifactLocation.uri, line: region.startLine });
}

let mutant: Results;
let conform: Results;
const survivor = "drop-guard call.admitted kexec_trylock 0";
const mutation = mutationResults(survivor);
beforeAll(async () => {
  mutant = mutantResults();
  conform = await conformResults();
}, 120_000);

test("logs of all three commands are valid, by the schema and by the validator's rules", () => {
  const logs = [mutant, conform, mutation].map((results) => sarif(results));
  expect(logs.map((log) => errors(JSON.parse(log)))).toEqual([[], [], []]);
  const told = complaints(...logs).filter((line) => !line.includes("informationUri"));
  expect(told).toEqual([]);
}, 60_000);

test("the schema and the validator refuse what is wrong", () => {
  const log = JSON.parse(sarif(mutant));
  log.runs[0].results[0].level = "bad";
  expect(errors(log)).not.toEqual([]);
  log.runs[0].results[0].level = "none";
  log.runs[0].results[0].ruleIndex = 1_000;
  expect(complaints(JSON.stringify(log)).join()).toContain("SARIF1009");
}, 60_000);

describe("a check of a wrong model", () => {
  const broken = "trylock-is-busy-iff-the-lock-is-held";
  const find = (ruleId: string, text = ""): SarifResult =>
    runOf(mutant).results.find(
      (result) => result.ruleId === ruleId && result.message.text.includes(text),
    ) ?? expect.fail(ruleId);

  test("has a rule for every property, and results for those that are not as they should be", () => {
    const { tool, results } = runOf(mutant);
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names = mutant.suites[0]?.cases.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(40);
    expect(ids).toEqual([...names, "search-complete"]);
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  test("shows the trace of a broken promise, from line to line of the statechart", () => {
    const { level, locations, codeFlows = [] } = find(broken);
    expect(level).toBe("error");
    const flow = codeFlows[0]?.threadFlows[0]?.locations ?? [];
    expect(
      flow.map(({ location, nestingLevel }) => [
        nestingLevel,
        location.message?.text,
        sourceOf(location),
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          0,
          "1 kexec_load "normal"",
          "kexec_load: {",
        ],
        [
          1,
          "enterCall",
          "enterCall: step(["kexec_load", "kexec_file_load"], (mem, event) =>",
        ],
        [
          0,
          "2 kexec_load_check",
          "{ target: "permitted", actions: "consumeLimit" },",
        ],
        [
          1,
          "consumeLimit",
          "consumeLimit: task(consumeLimit),",
        ],
        [
          1,
          "... then call.permitted always 6",
          "{",
        ],
        [
          0,
          "3 kexec_trylock",
          "{ target: "locked", actions: "takeLock" },",
        ],
        [
          1,
          "takeLock",
          "takeLock: task(takeLock),",
        ],
      ]
    `);
    const taken = flow.filter(({ nestingLevel }) => nestingLevel === 0);
    expect(locations.map(sourceOf)).toEqual([sourceOf(taken.at(-1)?.location ?? {})]);
  });

  test("tells what stopped as an error that has a place, and in the invocation", () => {
    const { level, message, locations } = find("search-complete", "world region");
    expect([level, message.text]).toEqual([
      "error",
      "world region: the limit on states was reached before every state was seen",
    ]);
    expect(locations.map(sourceOf)).toEqual(['name: "region",']);
    const [invocation] = runOf(mutant).invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications.map((one) => one.message.text)).toEqual([
      `world region: ${message.text}`,
    ]);
  });

  test("tells what is open because of that as open, at the property", () => {
    const { kind, level, locations } = find("no-lock-at-return");
    expect([kind, level]).toEqual(["open", "none"]);
    expect(locations.map(sourceOf)).toEqual(['name: "no-lock-at-return",']);
  });
});

describe("a known violation", () => {
  const known = property("lock-free-frames-are-installed", "violated", {
    expect: { kind: "known-violation", id: "B8", reason: "nobody frees it" },
    ok: true,
  });
  const [result] = runOf(resultsOfCheck(report([known]), times)).results;

  test("is a note that is suppressed with its reason, and shows its trace", () => {
    expect([result?.kind, result?.level]).toEqual(["fail", "note"]);
    expect(result?.suppressions?.[0]?.justification).toContain("nobody frees it");
    expect(result?.codeFlows).toHaveLength(1);
  });
});

test("a property that holds is a rule and no result", () => {
  const run = runOf(resultsOfCheck(report([property("a", "holds")]), times));
  expect([run.tool.driver.rules.map(({ id }) => id), run.results]).toEqual([
    ["a", "search-complete"],
    [],
  ]);
});

test("the same violation is the same alert wherever its line has gone", () => {
  const prints = (name: string): string | undefined =>
    runOf(resultsOfCheck(report([property(name, "violated")]), times)).results[0]
      ?.partialFingerprints["kexecModel/v1"];
  expect(prints("a")).toBe(prints("a"));
  expect(prints("a")).not.toBe(prints("b"));
});

test("a test that diverges ends at the transition after which it does", () => {
  const [first] = runOf(conform).results;
  expect(first?.ruleId).toBe("system-conforms-to-the-model");
  const texts = first?.codeFlows?.[0]?.threadFlows[0]?.locations.filter(
    ({ nestingLevel }) => nestingLevel === 0,
  );
  const last = texts?.at(-1)?.location;
  expect(last?.message?.text).toMatch(/^\d+ kimage_free/);
  expect(first?.locations.map(sourceOf)).toEqual([sourceOf(last ?? {})]);
});

test("a mutant that survives is shown at its transition", () => {
  const [first, second] = runOf(mutation).results;
  expect(first?.ruleId).toBe("drop-guard-is-noticed");
  expect(first?.locations.map(sourceOf)).toEqual([
    '{ guard: "lockHeld", target: "returning", actions: EBUSY },',
  ]);
  expect(second?.ruleId).toBe("committed-result-is-right");
  expect(second?.message.text).toContain("not what spec/mutation.json says");
});
