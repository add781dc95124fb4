import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { runB8, transitionsOfB8 } from "../../../src/conformance/linux/b8.ts";
import {
  type LinuxRun,
  type LinuxRunOptions,
  type LinuxTest,
  runLinux,
} from "../../../src/conformance/linux/run-linux.ts";
import type { Observables } from "../../../src/model/observables.ts";
import { generate } from "../../../src/testgen/generate.ts";
import type { Suite, SuiteTest } from "../../../src/testgen/suite.ts";
import { children } from "./children.ts";
import { reportSkip, usableKernel } from "./skip.ts";

const kernel = usableKernel("6.1");
if (typeof kernel === "string") reportSkip(kernel);

const suite = generate({ tool: "test", kernel: "6.1", cover: "transitions", seed: 1, tests: 0 });
const LIMIT_ms = 180_000;

describe.skipIf(typeof kernel === "string")("a suite on Linux 6.1", () => {
  it(
    "conforms: every test of the groups `caller` and `two-callers` passes",
    async () => {
      const run = await runOn(suite, { groups: ["caller", "two-callers"] });
      expect(failures(run)).toEqual([]);
      expect(run.release).toMatch(/^6\.1\./);
      expect(run.boots_ms).toHaveLength(1);
      expect(run.tests.filter(({ outcome }) => outcome.kind === "skipped")).toEqual([]);
      expect(countByGroup(run)).toEqual({ caller: 42, "two-callers": 1, lock: 22 });
      expect(run.transitions.executed).toHaveLength(121);
      expect(reasons(run)).toMatchObject({
        "only in a kernel without list-copied-before-lock": 4,
        "only in a kernel with kexec-jump": 14,
        "only in a kernel with frees-unlisted-source-page": 1,
        "only arm64 has a post-load step that can fail": 1,
        "in no test that was asked for": 92,
      });
      console.info(`${run.release}: boot ${run.boots_ms[0]} ms, in all ${run.total_ms} ms`);
    },
    LIMIT_ms,
  );

  it(
    "says for every test that cannot be run what stands in its way",
    async () => {
      const run = await runOn(suite, { groups: ["allocator"] });
      expect(run.boots_ms).toEqual([]);
      expect(new Set(run.tests.map(({ outcome }) => outcome.kind))).toEqual(new Set(["skipped"]));
      expect(run.transitions.executed).toEqual([]);
    },
    LIMIT_ms,
  );

  it(
    "makes what the debugger can make fail or die, fail or die",
    async () => {
      const run = await runOn(suite, { groups: ["policy", "faults", "reboots"] });
      expect(failures(run)).toEqual([]);
      expect(countByGroup(run)).toEqual({ policy: 5, faults: 9, reboots: 1 });
      expect(run.transitions.executed.map(({ transition }) => transition)).toEqual(
        expect.arrayContaining([
          "call.permitted always 0", // a security module
          "call.locked.normalSegment.sourcePage kimage_alloc_page 1", // no page
          "lastCpu always 0", // the image was entered
        ]),
      );
    },
    LIMIT_ms,
  );

  it(
    "finds a planted difference at its step and shows both sides",
    async () => {
      const [overlap, load, frames] = [
        planted("overlap", 1, { result: -1 }),
        planted("normal", 1, { kexec_loaded: 0 }),
        planted("normal", 2, { owned_frames: 5 }),
      ];
      const good = testWith("normal, two segments");
      const run = await runOn(suiteOf([overlap.test, load.test, frames.test, good]));
      expect(run.tests.map(({ outcome }) => outcome)).toEqual([
        diverged(overlap.step, 'kexec_load "normal: overlap"', "result", "-EPERM", "-EINVAL"),
        diverged(load.step, 'kexec_load "normal"', "kexec_loaded", "0", "1"),
        diverged(frames.step, 'kexec_load "normal"', "owned frames", "4 -> 5", /^(\d+) -> \1$/),
        { kind: "passed" },
      ]);
      expect(run.boots_ms).toHaveLength(1);
    },
    LIMIT_ms,
  );

  it(
    "finds ten planted differences, each at its first step, and shows both sides",
    async () => {
      const plants = tenPlants();
      const run = await runOn(suiteOf(plants.map(({ test }) => test)));
      const found = run.tests.map(({ id, outcome }) => {
        const first = outcome.kind === "diverged" ? outcome.divergences[0] : undefined;
        return { id, step: first?.step, differ: first && first.model !== first.kernel };
      });
      expect(found).toEqual(plants.map(({ test: { id }, step }) => ({ id, step, differ: true })));
    },
    LIMIT_ms,
  );

  it(
    "gives an error for the test in which the machine dies, and goes on with a new one",
    async () => {
      const seen: LinuxTest[] = [];
      const run = await runOn(suite, {
        groups: ["caller"],
        onTest: (test) => {
          if (test.outcome.kind === "skipped") return;
          seen.push(test);
          if (seen.length === 3) for (const pid of children()) process.kill(pid, "SIGKILL");
        },
      });
      const errors = run.tests.filter(({ outcome }) => outcome.kind === "error");
      expect(errors).toHaveLength(1);
      expect(errors[0]?.id).toBe(seen[3]?.id);
      expect(failures(run)).toEqual(errors);
      expect(run.boots_ms).toHaveLength(2);
      const outcome = errors[0]?.outcome;
      const log = outcome?.kind === "error" ? outcome.log : null;
      expect(log).toSatisfy(existsSync);
      await rm(dirname(log ?? ""), { recursive: true });
      expect(children()).toEqual([]);
    },
    LIMIT_ms,
  );

  it(
    "ends with its machine when it is aborted, while booting and while testing",
    async () => {
      const reason = new Error("interrupted");
      const atBoot = new AbortController();
      const abortedAtBoot = runOn(suite, {
        signal: atBoot.signal,
        onProgress: () => setTimeout(() => atBoot.abort(reason), 500),
      });
      await expect(abortedAtBoot).rejects.toBe(reason);
      expect(children()).toEqual([]);
      const inTests = new AbortController();
      const abortedInTests = runOn(suite, {
        groups: ["caller"],
        signal: inTests.signal,
        onTest: ({ outcome }) => outcome.kind !== "skipped" && inTests.abort(reason),
      });
      await expect(abortedInTests).rejects.toBe(reason);
      expect(children()).toEqual([]);
    },
    LIMIT_ms,
  );

  it(
    "loses the frame of B8 once per failing call, as the model says, and no other",
    async () => {
      if (typeof kernel === "string") return;
      const run = await runB8({ name: "6.1", kernel });
      expect(run.model).toMatchObject({ result: "-ENOMEM", lost_frames: 1 });
      expect(
        run.calls.map(({ fails, result, lost_frames }) => [fails, result, lost_frames]),
      ).toEqual([
        ["first list page", "-ENOMEM", 0],
        ["source page", "-ENOMEM", 0],
        ["list page of a source page", "-ENOMEM", 1],
        ["list page of a source page", "-ENOMEM", 1],
        ["list page of a source page", "-ENOMEM", 1],
        ["none", "0", 0],
      ]);
      expect(run.agrees).toBe(true);
      expect(Object.values(transitionsOfB8(run))).toEqual([3]);
      expect(children()).toEqual([]);
    },
    LIMIT_ms,
  );
});

describe("a suite of another model", () => {
  it("is refused before anything is booted", async () => {
    const old = { ...suite, model: "0123456789abcdef" };
    const kernel = { path: "/nonexistent", package: null, sha256: "" };
    await expect(runLinux({ suite: old, kernel })).rejects.toThrow(
      /^expected a suite of this model .*, got one of 0123456789abcdef: generate it again$/,
    );
  });
});

function runOn(suite: Suite, options: Omit<LinuxRunOptions, "suite" | "kernel"> = {}) {
  if (typeof kernel === "string") throw new Error(kernel);
  return runLinux({ suite, kernel, ...options });
}

function suiteOf(tests: readonly SuiteTest[]): Suite {
  return { ...suite, groups: [{ name: "caller", tests }] };
}

/** A test of one caller, by a request that it makes first. */
function testWith(request: string): SuiteTest {
  const tests = suite.groups.find(({ name }) => name === "caller")?.tests ?? [];
  const isIt = ({ steps }: SuiteTest) =>
    steps[0]?.label === `kexec_load "${request}"` && steps.at(-1)?.expect.result === 0;
  const test =
    tests.find(isIt) ?? tests.find(({ steps }) => steps[0]?.label.endsWith(` ${request}"`));
  if (test) return test;
  throw new Error(`expected a test of the request ${request}, got none`);
}

/** The last return of a test of each group, with something else to be seen. */
function tenPlants() {
  const change = (group: string, which: number, observed: Partial<Observables>) => {
    const test = suite.groups.find(({ name }) => name === group)?.tests[which];
    if (!test) throw new Error(`expected a test ${which} of ${group}, got none`);
    const step = test.steps.findLastIndex(({ event }) => event.type === "sys_exit");
    const steps = test.steps.map((each, i) =>
      i === step ? { ...each, expect: { ...each.expect, ...observed } } : each,
    );
    return { step, test: { ...test, id: `${group}-${which}-planted`, steps } };
  };
  return [
    change("caller", 0, { result: -5 }),
    change("caller", 1, { kexec_loaded: 1, result: 7 }),
    change("caller", 4, { lock: 0 }),
    change("caller", 3, { kexec_crash_loaded: 1, result: 7 }),
    change("policy", 0, { result: 0 }),
    change("policy", 1, { result: -2 }),
    change("faults", 0, { result: 0 }),
    change("faults", 1, { lock: 0 }),
    change("faults", 2, { owned_frames: 77 }),
    change("kills", 0, { lock: 0 }),
  ];
}

/** A test whose n-th call, from 1, is expected to leave something else to be seen. */
function planted(request: string, call: number, change: Partial<Observables>) {
  const test = testWith(request);
  const returns = test.steps.flatMap(({ event }, i) => (event.type === "sys_exit" ? [i] : []));
  const step = returns[call - 1] ?? -1;
  const steps = test.steps.map((each, i) =>
    i === step ? { ...each, expect: { ...each.expect, ...change } } : each,
  );
  return { step, test: { ...test, id: `${test.id}-planted`, steps } };
}

function diverged(
  step: number,
  label: string,
  ...[what, model, side]: readonly [string, string, string | RegExp]
) {
  const kernel = typeof side === "string" ? side : expect.stringMatching(side);
  return { kind: "diverged", divergences: [{ step, label, what, model, kernel }] };
}

function failures({ tests }: LinuxRun): LinuxTest[] {
  return tests.filter(({ outcome }) => outcome.kind === "diverged" || outcome.kind === "error");
}

function countByGroup({ tests }: LinuxRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { group } of tests) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

function reasons({ transitions }: LinuxRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of transitions.missing) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
