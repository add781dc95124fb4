import { describe, expect, test } from "vitest";
import type { B8Run } from "../../../src/conformance/linux/b8.ts";
import type { JumpsRun, JumpTest } from "../../../src/conformance/linux/jump-tests.ts";
import type { OutsideRun } from "../../../src/conformance/linux/outside/run-outside.ts";
import type { WalkRun } from "../../../src/conformance/linux/walk/run-walk.ts";
import type { RandomResult } from "../../../src/conformance/random.ts";
import { resultsOfLinux, resultsOfReference } from "../../../src/formats/results/of-run.ts";
import { casesOf, type Results } from "../../../src/formats/results/results.ts";
import type { RunFile, RunOutcome, RunTest } from "../../../src/formats/run-file.ts";

const command = (kernel: string): string => `kexec-model conform --kernel ${kernel}`;
const facts = { tool: "kexec-model 1.2.3", command, began_ms: 0, ended_ms: 1 };

/** A load by the first request of a world, as far as the lock. */
const events: RunTest["events"] = [
  { type: "kexec_load", task: 0, request: 0 },
  { type: "kexec_load_check", task: 0 },
  { type: "kexec_trylock", task: 0 },
];

function run(...outcomes: readonly RunOutcome[]): RunFile {
  const tests = outcomes.map((outcome, i) => {
    return { id: `caller-${i + 1}`, group: "caller", world: "two-callers", events, outcome };
  });
  return {
    format: "kexec-model run 1",
    tool: "kexec-model 1.2.3",
    kernel: "6.1",
    system: "Linux 6.1.0",
    tests,
    transitions: { executed: [], missing: [] },
  };
}

/** `suite: case: verdict` of everything that did not pass. */
function told(results: Results): string[] {
  return results.suites.flatMap(({ name, cases }) =>
    cases
      .filter(({ verdict }) => verdict.kind !== "passed")
      .map((one) => `${name}: ${one.name}: ${one.verdict.kind}`),
  );
}

const b8: B8Run = {
  release: "6.1.0",
  package: null,
  model: { property: "p", world: "w", steps: ["kexec_load"], result: "-ENOMEM", lost_frames: 1 },
  calls: [
    {
      fails: "list page of a source page",
      result: "-ENOMEM",
      lost_frames: 0,
      expected: { result: "-ENOMEM", lost_frames: 1 },
    },
  ],
  agrees: false,
  boot_ms: 1,
  total_ms: 2,
};

function jumps(outcome: JumpTest["outcome"]): JumpsRun {
  const test = { name: "a reboot", outcome, expected: "ok", got: "nothing", log: null };
  return { release: "6.1.0", package: null, tests: [test], total_ms: 1 };
}

const sides = { what: "rights of the region", model: "r", kernel: "rw" } as const;

const outside: OutsideRun = {
  release: "6.1.0",
  tests: [
    {
      id: "caller-1",
      outcome: { kind: "diverged", divergences: [{ step: 0, label: "kexec_load", ...sides }] },
    },
  ],
  looks: { count: 1, held: 0, median_ms: 1, longest_ms: 1, entries: 0, pages: 0 },
  total_ms: 1,
};

const walk: WalkRun = {
  ...{ release: "6.1.0", seed: 1, steps: 10, calls: 2, loads: 1, worlds: ["w"], looks: 1 },
  ...{ total_ms: 1, steps_per_s: 10_000 },
  divergence: {
    ...{ world: "w", step: 9, differences: [sides], calls: ["kexec_load"] },
    replay: "kexec-model conform --walk 10",
  },
};

describe("a run on Linux", () => {
  const conforms: RunOutcome = { kind: "conforms" };
  const skipped: RunOutcome = { kind: "skipped", reason: "not here" };
  const nothing = { b8: null, bugs: null, jumps: null, outside: null, walk: null };

  test.each<readonly [claim: string, outcome: Parameters<typeof resultsOfLinux>[0][0], string[]]>([
    [
      "that conforms passes, and skipped tests are told",
      { name: "6.1", run: run(conforms, skipped), ...nothing },
      ["6.1 caller: caller-2: skipped"],
    ],
    [
      "in which every test is skipped is an error",
      { name: "6.1", run: run(skipped), ...nothing },
      ["6.1 kernel: tested: error", "6.1 caller: caller-1: skipped"],
    ],
    [
      "on a kernel that does not boot is an error",
      { name: "6.1", failure: "it does not boot" },
      ["6.1 kernel: tested: error"],
    ],
    [
      "with a test that hangs is an error",
      { name: "6.1", run: run(conforms, { kind: "error", message: "hangs" }), ...nothing },
      ["6.1 caller: caller-2: error"],
    ],
    [
      "in which B8 does not happen fails",
      { name: "6.1", run: run(conforms), ...nothing, b8 },
      ["6.1 kernel: B8: failed"],
    ],
    [
      "in which a jump ends otherwise fails",
      { name: "6.1", run: run(conforms), ...nothing, jumps: jumps("differs") },
      ["6.1 kernel: a reboot: failed"],
    ],
    [
      "in which a jump could not be made is an error",
      { name: "6.1", run: run(conforms), ...nothing, jumps: jumps("error") },
      ["6.1 kernel: a reboot: error"],
    ],
    [
      "whose memory is another one, seen from outside, fails",
      { name: "6.1", run: run(conforms), ...nothing, outside },
      ["6.1 kernel: caller-1, from outside: failed"],
    ],
    [
      "that parts with the model on a long walk fails",
      { name: "6.1", run: run(conforms), ...nothing, walk },
      ["6.1 kernel: a long walk: failed"],
    ],
  ])("%s", (_, outcome, expected) => {
    expect(told(resultsOfLinux([outcome], facts))).toEqual(expected);
  });

  test("of several kernels has suites for each", () => {
    const outcomes = ["5.10", "6.1"].map((name) => ({ name, run: run(conforms), ...nothing }));
    const results = resultsOfLinux(outcomes, facts);
    expect(results.title).toBe("conform linux 5.10 6.1");
    expect(results.suites.map(({ name }) => name)).toEqual([
      "5.10 kernel",
      "5.10 caller",
      "6.1 kernel",
      "6.1 caller",
    ]);
  });
});

describe("a test that diverges", () => {
  const differences = [{ step: 1, what: "result", model: "0", system: "-EBUSY" }];
  const results = resultsOfReference(
    { run: run({ kind: "diverges", differences }), calls: null, random: null },
    facts,
  );
  const [only] = casesOf(results);

  test("says where and in what, as far as it got", () => {
    expect(only?.verdict).toEqual({
      kind: "failed",
      message: "diverges at kexec_load_check: result: expected 0, got -EBUSY",
    });
    expect(only?.trace.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^kexec_load "/),
      "kexec_load_check",
    ]);
    expect(only?.location?.file).toBe("machines/kexec-load.ts");
    expect(only?.again).toBe("kexec-model conform --kernel 6.1 --groups caller");
  });
});

describe("a random search", () => {
  const found: RandomResult = {
    outcome: "diverges",
    seed: 7,
    path: "1:2",
    runs: 3,
    steps: 40,
    installed: 1,
    failure: {
      world: ["world"],
      events,
      labels: ["kexec_load", "kexec_load_check"],
      divergence: {
        step: 1,
        label: "kexec_load_check",
        differences: [{ what: "lock", model: "free", system: "held" }],
      },
      error: null,
    },
    message: "they differ\nreplay: kexec-model conform --random 1 --seed=7 --path=1:2",
  };
  const of = (random: RandomResult) =>
    resultsOfReference({ run: run({ kind: "conforms" }), calls: null, random }, facts);

  test("that diverges shows its shortest run and the command that repeats it", () => {
    const one = casesOf(of(found)).at(-1);
    expect(one?.verdict).toEqual({
      kind: "failed",
      message: "diverges at kexec_load_check: lock: expected free, got held",
    });
    expect(one?.trace).toHaveLength(2);
    expect(one?.again).toBe("kexec-model conform --random 1 --seed=7 --path=1:2");
  });

  test("that broke is an error", () => {
    const failure = found.failure && { ...found.failure, divergence: null, error: "it broke" };
    expect(told(of({ ...found, outcome: "error", failure }))).toEqual([
      "random worlds: random runs: error",
    ]);
  });
});
