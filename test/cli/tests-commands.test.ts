import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Suite } from "../../src/testgen/suite.ts";
import { build, type Run, run, untidy } from "./cli.ts";

const slow = { timeout: 180_000 };
const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));
const suiteFile = join(folder, "suite.json");
const traceFile = join(folder, "trace.json");

beforeAll(() => {
  build();
  run("generate", "--out", suiteFile);
  run("explain", "lock-free-frames-are-installed", "--preset", "quick", "--trace", traceFile);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

function saved(change: (suite: Suite) => unknown): string {
  const file = join(folder, "changed.json");
  const suite: Suite = JSON.parse(readFileSync(suiteFile, "utf8"));
  writeFileSync(file, JSON.stringify(change(suite)));
  return file;
}

function refusal({ status, stdout, stderr }: Run): string {
  expect(status).toBe(2);
  expect(stdout).toBe("");
  return stderr.replaceAll(folder, "");
}

describe("generate", () => {
  test("says what a suite holds, and what it does not cover", slow, () => {
    const { status, stdout } = run("generate");
    expect(status).toBe(0);
    expect(untidy(stdout)).toEqual([]);
    expect(stdout).toMatch(/caller +\d+ +\d+ +\d+\n/);
    expect(stdout).not.toContain("NOT COVERED");
  });

  test("writes a suite that conform takes", slow, () => {
    const { status, stdout } = run("conform", "--suite", suiteFile, "--random", "0");
    expect(status).toBe(0);
    expect(stdout).toMatch(/(\d+) of \1 tests conform, 0 diverge, 0 errors/);
  });
});

describe("conform", () => {
  test("ends with 1 when a bug is planted, and shows both sides at the step", slow, () => {
    const { status, stdout } = run("conform", "--bug", "missingProtect", "--random", "0");
    expect(status).toBe(1);
    expect(untidy(stdout)).toEqual([]);
    expect(stdout).toMatch(/diverges at step \d+, arch_kexec_protect_crashkres/);
    expect(stdout).toContain("expected read-only, got writable");
  });

  test("runs the groups that are asked for", slow, () => {
    const { stdout } = run("conform", "--groups", "policy,kills", "--random", "0");
    expect(stdout).toMatch(/27 of 27 tests conform/);
  });

  test.each([
    ["another model's suite", (suite: Suite) => ({ ...suite, model: "0" }), /expected the model/],
    ["no suite", () => ({ format: "x" }), /expected .*kexec-model suite 1.*, got/],
    ["an unknown world", (suite: Suite) => spoilt(suite, { world: "moon" }), /expected .*, got/],
    ["a test without steps", (suite: Suite) => spoilt(suite, { steps: 1 }), /expected .*, got/],
  ])("refuses %s, and says what differs", (_what, change, message) => {
    expect(refusal(run("conform", "--suite", saved(change)))).toMatch(message);
  });

  test("refuses a file that is no JSON, and one that is not there", () => {
    writeFileSync(join(folder, "text"), "no JSON");
    expect(refusal(run("conform", "--suite", join(folder, "text")))).toMatch(/expected JSON/);
    expect(refusal(run("conform", "--suite", join(folder, "none")))).toMatch(/expected a file/);
  });

  test("refuses a kernel that cannot be booted", () => {
    const said = refusal(run("conform", "--target", "linux", "--kernel", "seed"));
    expect(said).toBe(
      'kexec-model: expected a kernel that can be booted (5.10, 6.1, 6.12, 7.2), got "seed"\n',
    );
  });
});

function spoilt(suite: Suite, change: object): unknown {
  const [group, ...groups] = suite.groups;
  const [first, ...tests] = group?.tests ?? [];
  return {
    ...suite,
    groups: [{ ...group, tests: [{ ...first, ...change }, ...tests] }, ...groups],
  };
}

describe("replay", () => {
  test("takes the checker's own trace on the statechart and on the reference kernel", slow, () => {
    for (const target of ["model", "reference"]) {
      const { status, stdout } = run("replay", traceFile, "--target", target);
      expect(status).toBe(0);
      expect(stdout).toContain("LOST (was unlisted");
      expect(stdout).toMatch(/all \d+ steps agree\n$/);
    }
  });

  test("takes one test of a suite", slow, () => {
    const { status, stdout } = run("replay", suiteFile, "--test", "caller-1");
    expect(status).toBe(0);
    expect(untidy(stdout)).toEqual([]);
  });

  test("stops at a step that the statechart does not take", slow, () => {
    const trace = JSON.parse(readFileSync(traceFile, "utf8"));
    trace.events.splice(2, 1);
    writeFileSync(join(folder, "short.json"), JSON.stringify(trace));
    const { status, stdout } = run("replay", join(folder, "short.json"));
    expect(status).toBe(1);
    expect(stdout).toMatch(/step 3: the statechart does not take .*do_kexec_load/);
  });

  test("refuses what is no trace", () => {
    writeFileSync(join(folder, "odd.json"), '{"format":"kexec-model trace 1","kernel":1}');
    expect(refusal(run("replay", join(folder, "odd.json")))).toMatch(/kernel: expected "seed" or/);
    expect(refusal(run("replay", suiteFile))).toMatch(/expected --test/);
    expect(refusal(run("replay", suiteFile, "--test", "caller-99"))).toMatch(/did you mean/);
  });
});
