import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { KernelFailure, KernelRun } from "../../src/cli/conform-linux.ts";
import { randomConformance } from "../../src/conformance/random.ts";
import { runCalls } from "../../src/conformance/reference/calls.ts";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { runSuite } from "../../src/conformance/run.ts";
import type { Bugs } from "../../src/reference/bugs.ts";
import { generate } from "../../src/testgen/generate.ts";
import { readSpec } from "./markdown.ts";
import { undescribed } from "./schema.ts";

const schema = JSON.parse(readSpec("conform-report.schema.json"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(JSON.parse(readSpec("check-report.schema.json"))); // its events are meant
// a report of one kernel is one of several, with fields of its own: the types are repeated nowhere
ajv.opts.strictTypes = false;
ajv.opts.strictRequired = false;
const validate = ajv.compile(schema);

function isValid(value: unknown): boolean {
  return validate(JSON.parse(JSON.stringify(value)));
}

const head = { schema: 1, tool: "kexec-model test" } as const;

const made = generate({ tool: "test", kernel: "seed", cover: "transitions", seed: 1, tests: 0 });

/** A report as the command makes it. */
async function reference(bugs: Bugs) {
  const groups = made.groups
    .filter(({ name }) => name === "caller" || name === "faults")
    .map((group) => ({ ...group, tests: group.tests.slice(0, 25) }));
  const suite = { ...made, groups };
  const result = await runSuite({ suite, system: () => referenceSystem({ bugs }) });
  const calls = runCalls(suite, { bugs });
  const random = randomConformance({ kernel: "seed", runs: 100, seed: 1, bugs });
  return { ...head, target: "reference", suite: result, calls, random };
}

const kernel: KernelRun = {
  name: "6.1",
  kernel: { path: "vmlinuz", package: "linux-image 6.1", sha256: "0".repeat(64) },
  run: {
    release: "6.1.0",
    package: "linux-image 6.1",
    tests: [
      { id: "caller-1", group: "caller", world: "two-callers", outcome: { kind: "passed" } },
      {
        ...{ id: "caller-2", group: "caller", world: "two-callers" },
        outcome: {
          kind: "diverged",
          divergences: [
            { step: 3, label: "kexec_load", what: "result", model: "0", kernel: "-EBUSY" },
          ],
        },
      },
      {
        ...{ id: "lock-1", group: "lock", world: "lock" },
        outcome: { kind: "error", reason: "it hangs", log: null },
      },
      {
        ...{ id: "kills-1", group: "kills", world: "two-callers" },
        outcome: { kind: "skipped", reason: "nobody can kill it there" },
      },
    ],
    transitions: {
      executed: [{ transition: "idle kexec_load 0", times: 3 }],
      missing: [{ transition: "call sigkill 0", reason: "not here" }],
    },
    boots_ms: [1234],
    total_ms: 2345,
  },
  b8: {
    release: "6.1.0",
    package: null,
    model: { property: "p", world: "w", steps: ["kexec_load"], result: "-ENOMEM", lost_frames: 1 },
    calls: [
      {
        fails: "none",
        result: "0",
        lost_frames: 0,
        expected: { result: "0", lost_frames: 0 },
      },
    ],
    agrees: true,
    boot_ms: 1,
    total_ms: 2,
  },
  bugs: {
    release: "6.1.0",
    package: null,
    bugs: [{ bug: "B1", what: "a load", has: false, expected: "0", got: "0" }],
    total_ms: 1,
  },
  jumps: null,
  outside: {
    release: "6.1.0",
    tests: [
      { id: "caller-1", outcome: { kind: "passed" } },
      { id: "kills-1", outcome: { kind: "skipped", reason: "calls overlap" } },
      {
        id: "walk-reloads",
        outcome: {
          kind: "diverged",
          divergences: [
            {
              step: 3,
              label: 'kexec_load "crash"',
              what: "rights of the region",
              model: "read-only",
              kernel: "writable",
            },
          ],
        },
      },
    ],
    looks: { count: 3, held: 1, median_ms: 5, longest_ms: 9.5, entries: 2, pages: 1 },
    total_ms: 100,
  },
  functionTrace: {
    release: "6.1.0",
    functions: ["do_kexec_load"],
    calls: [
      {
        ...{ test: "caller-1", call: 0, request: "normal", result: -22, events: 9, prefix: 4 },
        blockedBy: {
          index: 4,
          event: "sanity_check_segment_list returns -EINVAL",
          refusals: [
            {
              state: "call.locked.kimageAllocInit.unchecked",
              why: "the statechart has 0",
              guards: [{ guard: "someSegmentsOverlap", said: "no" }],
            },
          ],
          isAstray: false,
          allowed: ["sanity_check_segment_list"],
        },
      },
    ],
    outcomes: { loads: 1, transitions: {}, missing: ["idle kexec_load 0"], astray: 0, blocked: [] },
    transitions: { "idle kexec_load 0": 1 },
    total_ms: 7,
  },
  walk: {
    release: "6.1.0",
    seed: -1,
    steps: 12,
    calls: 1,
    loads: 0,
    worlds: ["reloads"],
    looks: 0,
    total_ms: 5,
    steps_per_s: 2400,
    divergence: {
      world: "reloads",
      step: 12,
      differences: [{ what: "result", model: "0", kernel: "-EBUSY" }],
      calls: ['kexec_load "crash"'],
      replay: "kexec-model conform --target linux --kernel 6.1 --walk 12 --seed=-1",
    },
  },
};
const failure: KernelFailure = { name: "7.2", failure: "it does not boot" };

describe("the schema of a conformance report", () => {
  test("takes a real one of the reference kernel, right or wrong", {
    timeout: 120_000,
  }, async () => {
    const [right, wrong] = [
      await reference({}),
      await reference({ unloadKeepsImage: true, swappedGates: true }),
    ];
    expect([right.suite.diverges, right.random.outcome]).toEqual([0, "conforms"]);
    expect([isValid(right), validate.errors]).toEqual([true, null]);
    expect(wrong.suite.diverges).toBeGreaterThan(0);
    expect(wrong.calls.diverging).not.toEqual([]);
    expect(wrong.random.outcome).toBe("diverges");
    expect([isValid(wrong), validate.errors]).toEqual([true, null]);
    expect(isValid({ ...wrong, suite: { ...wrong.suite, errors: -1 } })).toBe(false);
  });

  test("takes one of a Linux kernel, and one of several, some of which failed", () => {
    const several = { ...head, target: "linux", kernels: [kernel, failure] };
    expect([isValid({ ...head, target: "linux", ...kernel }), validate.errors]).toEqual([
      true,
      null,
    ]);
    expect([isValid(several), validate.errors]).toEqual([true, null]);
  });

  test.each<readonly [claim: string, report: unknown]>([
    ["a target that nobody knows", { ...head, target: "plan9", ...kernel }],
    ["a Linux report without a kernel", { ...head, target: "linux" }],
    ["another version", { ...head, schema: 2, target: "linux", ...kernel }],
    ["a test without an outcome", withTest({ id: "a", group: "caller", world: "w" })],
    [
      "an outcome that nobody knows",
      withTest({ id: "a", group: "caller", world: "w", outcome: { kind: "fine" } }),
    ],
  ])("refuses %s", (_, report) => {
    expect(isValid(report)).toBe(false);
  });

  test("describes everything", () => {
    expect(undescribed(schema, "")).toEqual([]);
  });
});

function withTest(test: unknown): unknown {
  return { ...head, target: "linux", ...kernel, run: { ...kernel.run, tests: [test] } };
}
