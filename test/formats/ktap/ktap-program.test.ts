import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTool } from "../../../src/conformance/linux/environment.ts";
import { ktapProgram } from "../../../src/formats/ktap/ktap-program.ts";
import type { Observables } from "../../../src/model/observables.ts";
import { generate } from "../../../src/testgen/generate.ts";
import type { Suite, SuiteTest } from "../../../src/testgen/suite.ts";
import { reportSkip, usableKernel } from "../../conformance/linux/skip.ts";
import { compile, type ProgramRun, runInMachine } from "./machine.ts";
import { type KtapResult, parseKtap } from "./parse-ktap.ts";

const suite = generate({ tool: "test", kernel: "6.1", cover: "transitions", seed: 1, tests: 0 });
const program = ktapProgram(suite, null);
const folder = mkdtempSync(join(tmpdir(), "kexec-model-ktap-"));
afterAll(() => rmSync(folder, { recursive: true }));

const kernel = usableKernel("6.1");
if (typeof kernel === "string") reportSkip(kernel);
const hasGcc = findTool("gcc") !== null;
if (!hasGcc) reportSkip("expected gcc on PATH, got none");

describe("the text of the program", () => {
  test("includes nothing but system headers, and says its licence first", () => {
    expect(program.text).not.toMatch(/^#include "/m);
    expect(program.text.split("\n")[0]).toBe("// SPDX-License-Identifier: GPL-2.0 OR MIT");
  });

  test("names every transition that its tests are the first to cover", () => {
    const left = new Set(program.leftOut.map(({ id }) => id));
    const here = suite.groups.flatMap(({ tests }) => tests).filter(({ id }) => !left.has(id));
    expect(here.length).toBeGreaterThan(40);
    for (const { covers } of here) {
      for (const key of covers) expect(program.text).toContain(` *   ${key}\n`);
    }
  });

  test("has the tests of the chosen groups only", () => {
    const caller = ktapProgram(suite, ["caller"]);
    expect(caller.tests).toBe(42);
    expect(caller.text).not.toMatch(/\.id = "(?!caller-)/);
    expect(ktapProgram(suite, ["kills"])).toMatchObject({ tests: 0 });
  });

  test("does not ask a kernel for its lock whose readers wait for it", () => {
    const seed = generate({ tool: "test", kernel: "seed", cover: "states", seed: 1, tests: 0 });
    expect(ktapProgram(seed, null).text).toContain(".lock_shows = false,");
    expect(program.text).toContain(".lock_shows = true,");
  });
});

describe.skipIf(!hasGcc)("the program where it must not run", () => {
  let path: string;
  beforeAll(async () => {
    path = await compile(folder, "here", program.text);
  }, 60_000);

  test("lists its tests, each once", () => {
    const { stdout, status } = spawnSync(path, ["-l"], { encoding: "utf8" });
    expect(status).toBe(0);
    const ids = stdout.trimEnd().split("\n");
    expect(new Set(ids.map((line) => line.split(":")[0])).size).toBe(program.tests);
    expect(ids).toContain('caller-20: kexec_load "normal: overlap"');
  });

  test("refuses what is not an option, or not a test", () => {
    for (const words of [["-x"], ["-t"], ["-t", "caller-0"]]) {
      const { stdout, stderr, status } = spawnSync(path, words, { encoding: "utf8" });
      expect([stdout, status]).toEqual(["", 1]);
      expect(stderr).toMatch(/^usage: |^expected a test that -l lists, got caller-0/);
    }
  });

  // Were this machine one that the program takes for a test machine, it would run the tests.
  test.skipIf(isTestMachine())("skips every test, says why, and ends with 4", () => {
    const { stdout, status } = spawnSync(path, { encoding: "utf8" });
    expect(status).toBe(4);
    const results = parseKtap(stdout);
    expect(results).toHaveLength(program.tests);
    for (const { directive } of results) {
      expect(directive?.name).toBe("SKIP");
      expect(directive?.reason).toMatch(/^this is not a QEMU virtual machine, and /);
    }
  });
});

describe.skipIf(typeof kernel === "string")("the program on Linux 6.1", () => {
  let runs: readonly ProgramRun[] = [];
  const results = (index: number): readonly KtapResult[] => parseKtap(runs[index]?.stdout ?? "");

  beforeAll(async () => {
    if (typeof kernel === "string") return;
    const wrong = planted(planted(suite, "caller-20", { result: -1 }), "caller-26", {
      kexec_loaded: 0,
    });
    const programs = new Map([
      ["tests", await compile(folder, "tests", program.text)],
      ["planted", await compile(folder, "planted", ktapProgram(wrong, ["caller"]).text)],
    ]);
    const commands = [
      "/planted -t caller-20",
      "/planted -t caller-26",
      "until lock-1 /tests",
      "/tests",
      "/tests -t caller-20",
    ];
    runs = await runInMachine(kernel.path, folder, { programs, commands });
  }, 360_000);

  test("passes what a conformance run passes, and skips what takes a debugger", () => {
    const all = results(3);
    expect(runs[3]?.status).toBe(0);
    expect(all).toHaveLength(program.tests);
    expect(all.filter(({ directive }) => directive).map(({ name }) => name)).toEqual([
      "two-callers-1",
    ]);
    expect(all.filter(({ ok, diagnostics }) => !ok || diagnostics.length > 0)).toEqual([]);
    expect(all.filter(({ name }) => name.startsWith("caller-"))).toHaveLength(42);
    expect(all.filter(({ name }) => name.startsWith("lock-"))).toHaveLength(16);
  });

  test("fails a test whose expectation is wrong, and shows both sides at the step", () => {
    const [result, image] = [results(0)[0], results(1)[0]];
    expect(result).toMatchObject({ ok: false, name: "caller-20", directive: null });
    expect(result?.diagnostics).toEqual([
      'step 10: expected -EPERM, got -EINVAL: the result after kexec_load "normal: overlap"',
    ]);
    expect(image?.diagnostics).toEqual([
      'step 29: expected 0, got 1: kexec_loaded after kexec_load "normal, two segments"',
    ]);
    expect([runs[0]?.status, runs[1]?.status]).toEqual([1, 1]);
  });

  test("keeps its plan when it is ended by a signal, and leaves nothing loaded", () => {
    const all = results(2);
    expect(runs[2]?.status).toBe(1);
    expect(all).toHaveLength(program.tests);
    const broken = all.filter(({ directive }) => directive?.name === "ERROR");
    expect(broken.map(({ directive }) => directive?.reason)).toEqual(["interrupted"]);
    expect(all.at(-1)?.directive).toEqual({ name: "SKIP", reason: "interrupted" });
    expect(results(3)[0]?.ok).toBe(true); // the next run would refuse if an image were loaded
    expect(results(3)[0]?.directive).toBeNull();
  });

  test("skips what needs loads when a test has disabled them until the next boot", () => {
    expect(runs[4]?.status).toBe(4);
    expect(results(4)[0]?.directive).toEqual({
      name: "SKIP",
      reason: "kexec_load_disabled is 1, which only the next boot takes back",
    });
  });
});

/** The suite with another expectation after the calls of one test. */
function planted(from: Suite, id: string, expectation: Partial<Observables>): Suite {
  const change = (test: SuiteTest): SuiteTest => ({
    ...test,
    steps: test.steps.map((step) =>
      step.expect.result === null ? step : { ...step, expect: { ...step.expect, ...expectation } },
    ),
  });
  return {
    ...from,
    groups: from.groups.map((group) => ({
      ...group,
      tests: group.tests.map((test) => (test.id === id ? change(test) : test)),
    })),
  };
}

/** Whether this very machine looks like one that the program may use. */
function isTestMachine(): boolean {
  const seen = spawnSync("cat", ["/sys/class/dmi/id/sys_vendor", "/proc/cmdline"], {
    encoding: "utf8",
  }).stdout;
  return /QEMU|kexec_model_guest/.test(seen);
}
