import { beforeAll, describe, expect, test } from "vitest";
import type { LinuxRun } from "../../src/conformance/linux/run-linux.ts";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { runSuite } from "../../src/conformance/run.ts";
import { parseRun, type RunFile, RunFileError } from "../../src/formats/run-file.ts";
import { runOfLinux, runOfReference } from "../../src/formats/run-of.ts";
import type { AnyBugName } from "../../src/reference/bugs.ts";
import type { Suite, SuiteTest } from "../../src/testgen/suite.ts";
import { call, seedTest } from "../conformance/script.ts";
import { changed, refusal } from "./changed.ts";

const unload = { ...seedTest("reload", ...call("unload normal")), id: "caller-1" };
const crash: SuiteTest = {
  ...seedTest("reload", ...call("crash"), ...call("unload crash")),
  id: "caller-2",
  covers: ["call.locked.protecting arch_kexec_protect_crashkres 0"],
};
const suite: Suite = {
  format: "kexec-model suite 1",
  tool: "test",
  kernel: "seed",
  model: "test",
  cover: "by hand",
  seed: null,
  groups: [{ name: "caller", tests: [unload, crash] }],
  uncovered: [],
};

async function reference(bug?: AnyBugName): Promise<RunFile> {
  const bugs = bug === undefined ? {} : { [bug]: true };
  const result = await runSuite({ suite, system: () => referenceSystem({ bugs }) });
  return runOfReference(suite, result, { tool: "test", system: "reference kernel" });
}

let good: RunFile;
let spoilt: RunFile;
beforeAll(async () => {
  good = await reference();
  spoilt = await reference("missingProtect");
});

/** How often a transition was taken; why it was not. */
function sight({ transitions }: RunFile, key: string): number | string | undefined {
  const executed = transitions.executed.find(({ transition }) => transition === key);
  return executed?.times ?? transitions.missing.find((one) => one.transition === key)?.reason;
}

describe("a run on the reference kernel", () => {
  test("holds every test with its events and what became of it", () => {
    expect(good.tests.map(({ id, group, world }) => [id, group, world])).toEqual([
      ["caller-1", "caller", "reload"],
      ["caller-2", "caller", "reload"],
    ]);
    expect(good.tests.map(({ events }) => events.length)).toEqual([
      unload.steps.length,
      crash.steps.length,
    ]);
    expect(good.tests.map(({ outcome }) => outcome.kind)).toEqual(["conforms", "conforms"]);
  });

  test("counts each time that a test which conforms takes a transition", () => {
    expect(sight(good, "call.admitted kexec_trylock 1")).toBe(3);
    expect(sight(good, "idle reboot 0")).toBe("in no test that was asked for");
  });

  test("counts no transition of a test that diverges, and says which test it was", () => {
    const [first, second] = spoilt.tests;
    expect(first?.outcome).toEqual({ kind: "conforms" });
    expect(second?.outcome).toMatchObject({
      kind: "diverges",
      differences: [9, 11, 12].map((frame) => ({
        step: 16,
        what: `protection of frame ${frame}`,
        model: "read-only",
        system: "writable",
      })),
    });
    expect(sight(spoilt, "call.admitted kexec_trylock 1")).toBe(1);
    const [protect = ""] = crash.covers;
    expect(sight(spoilt, protect)).toBe("caller-2: diverges");
  });

  test("has every transition of the statechart once", () => {
    const { executed, missing } = good.transitions;
    const keys = [...executed, ...missing].map(({ transition }) => transition);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("a run on Linux", () => {
  const outcomes: LinuxRun["tests"] = [
    {
      id: "caller-1",
      group: "caller",
      world: "reload",
      outcome: {
        kind: "diverged",
        divergences: [{ step: 2, label: "x", what: "result", model: "0", kernel: "EBUSY" }],
      },
    },
    {
      id: "caller-2",
      group: "caller",
      world: "reload",
      outcome: { kind: "error", reason: "the guest hangs", log: "/somewhere" },
    },
    { id: "lock-1", group: "lock", world: "lock", outcome: { kind: "passed" } },
  ];
  const transitions = { executed: [{ transition: "a b 0", times: 2 }], missing: [] };
  const times = { boots_ms: [], total_ms: 0 };
  const run = runOfLinux(
    suite,
    { release: "6.1.0", package: null, tests: outcomes, transitions, ...times },
    "test",
  );

  test("says which kernel it was, and has the tests of the lock with their events", () => {
    expect(run.system).toBe("Linux 6.1.0");
    expect(run.tests.map(({ id, outcome }) => [id, outcome.kind])).toEqual([
      ["caller-1", "diverges"],
      ["caller-2", "error"],
      ["lock-1", "conforms"],
    ]);
    expect(run.tests[2]?.events.length).toBeGreaterThan(10);
    expect(run.tests[0]?.outcome).toEqual({
      kind: "diverges",
      differences: [{ step: 2, what: "result", model: "0", system: "EBUSY" }],
    });
  });

  test("does not say where its logs were", () => {
    expect(JSON.stringify(run)).not.toContain("somewhere");
  });

  test("comes back as it was written", () => {
    expect(parseRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
  });
});

describe("a run file is accepted or refused for", () => {
  const outcome = "tests.1.outcome";
  const difference = { step: 0, what: "lock", model: "free", system: "held" };
  test.each<[path: string, value: unknown, message: string]>([
    ["tool", "other 9", "accepted"],
    ["format", "kexec-model run 2", 'run.format: expected "kexec-model run 1"'],
    ["kernel", "5.9", 'run.kernel: expected "seed" or'],
    ["system", undefined, "run.system: expected a text, got nothing"],
    ["extra", 1, 'expected format, kernel, tool, system, tests, transitions, got {"extra":1}'],
    ["tests", {}, "run.tests: expected a list, got {}"],
    ["tests.1.id", "caller-1", 'run.tests[1].id: expected an id of its own, got "caller-1"'],
    ["tests.1.group", "any", "accepted"],
    ["tests.1.world", "race", 'run.tests[1].world: expected "reload" or'],
    ["tests.1.events.0.task", 3, "run.tests[1].events[0].task: expected a number from 0 to 0"],
    ["tests.1.events", null, "run.tests[1].events: expected a list, got null"],
    [outcome, null, "run.tests[1].outcome: expected an object, got null"],
    [outcome, { kind: "passed" }, 'outcome.kind: expected "conforms" or "diverges" or'],
    [outcome, { kind: "conforms", why: 1 }, 'outcome: expected kind, got {"why":1}'],
    [outcome, { kind: "skipped", reason: "it hangs" }, "accepted"],
    [outcome, { kind: "skipped", message: "it hangs" }, "outcome: expected kind, reason, got"],
    [outcome, { kind: "error" }, "outcome.message: expected a text, got nothing"],
    [outcome, { kind: "diverges", differences: [difference] }, "accepted"],
    [
      outcome,
      { kind: "diverges", differences: [{ ...difference, step: 999 }] },
      "outcome.differences[0].step: expected a number from 0 to ",
    ],
    ["transitions.executed.0.times", -1, "transitions.executed[0].times: expected a number from 0"],
    ["transitions.missing.0", "x", 'transitions.missing[0]: expected an object, got "x"'],
  ])("%s = %j", (path, value, message) => {
    expect(refusal(() => parseRun(changed(good, path, value)), RunFileError)).toContain(message);
  });

  test("coming back as it was written", () => {
    expect(parseRun(JSON.parse(JSON.stringify(spoilt)))).toEqual(spoilt);
  });
});
