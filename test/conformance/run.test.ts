import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { runSuite, runTest, type TestResult } from "../../src/conformance/run.ts";
import { differenceText, type SystemUnderTest } from "../../src/conformance/system.ts";
import { runWorld } from "../../src/model/run.ts";
import { simulate } from "../../src/model/simulation.ts";
import { type KernelName, kernelNames, suiteWorlds, type World } from "../../src/model/worlds.ts";
import { generate } from "../../src/testgen/generate.ts";
import type { Suite, SuiteTest } from "../../src/testgen/suite.ts";
import { call, scripted, seedTest, suiteWorld } from "./script.ts";

function runOnReference(script: SuiteTest, kernel: KernelName = "seed"): Promise<TestResult> {
  const simulation = simulate(suiteWorld(kernel, script.world));
  return runTest(script, { simulation, system: referenceSystem() });
}

/** What the calls of a test return, in order. */
function results({ steps }: SuiteTest): (number | null)[] {
  return steps.filter(({ event }) => event.type === "sys_exit").map((step) => step.expect.result);
}

function suiteOf(...tests: readonly SuiteTest[]): Suite {
  return {
    format: "kexec-model suite 1",
    tool: "test",
    kernel: "seed",
    model: "test",
    cover: "by hand",
    seed: null,
    groups: [{ name: "caller", tests: tests.map((each, i) => ({ ...each, id: `caller-${i}` })) }],
    uncovered: [],
  };
}

const reload = [...call("normal"), ...call("normal"), ...call("unload normal")];

describe("the reference kernel conforms", () => {
  const load = 'kexec_load "normal"';
  const cases: [name: string, world: string, lines: readonly string[], results: number[]][] = [
    ["a normal load", "reload", [...call("normal"), ...call("unload normal")], [0, 0]],
    ["a reload", "reload", reload, [0, 0, 0]],
    ["a crash load", "reload", [...call("crash"), ...call("unload crash")], [0, 0]],
    [
      "a crash reload",
      "reload",
      [...call("crash"), ...call("crash"), ...call("unload crash")],
      [0, 0, 0],
    ],
    ["an unload of nothing", "reload", call("unload crash"), [0]],
    [
      "a second caller, who gets EBUSY",
      "two-callers",
      [load, "until copy_from_user", `1: ${load}`, "1: end", "end", ...call("unload normal")],
      [-16, 0, 0],
    ],
    [
      "a caller who is killed before there is a page",
      "reload",
      [load, "until do_kimage_alloc_init", "sigkill", "end"],
      [-12],
    ],
    [
      "a caller who is killed while a crash image is copied: it is installed all the same",
      "reload",
      ['kexec_load "crash"', "until copy_from_user", "sigkill", "end", ...call("unload crash")],
      [0, 0],
    ],
    [
      "a fault while a crash image is copied, after which there is none",
      "reload",
      [
        ...call("crash"),
        'kexec_load "crash"',
        "until copy_from_user",
        "copy_from_user -> EFAULT",
        "end",
      ],
      [0, -14],
    ],
  ];
  test.each(cases)("in %s", async (_name, world, lines, expected) => {
    const script = seedTest(world, ...lines);
    expect(results(script)).toEqual(expected);
    const result = await runOnReference(script);
    expect(result).toEqual({ id: script.id, outcome: "conforms", steps: script.steps.length });
  });

  test.each(kernelNames)(
    "in the suite of %s",
    async (kernel) => {
      const suite = generate({ tool: "test", kernel, cover: "transitions", seed: 1, tests: 1 });
      const { results: all, ...counts } = await runSuite({
        suite,
        system: () => referenceSystem(),
      });
      expect(counts).toEqual({ conforms: all.length, diverges: 0, errors: 0 });
      expect(all.length).toBeGreaterThan(130);
      expect(suite.uncovered.filter(({ reason }) => reason === "NOT COVERED")).toEqual([]);
    },
    60_000,
  );
});

describe("B8", () => {
  const world = suiteWorld("seed", "two-pages");

  /** The checker's shortest run to a lost page, and on to the end of the call. */
  function lostPage(): SuiteTest {
    const report = runWorld({ world, properties: kexecProperties });
    const found = report.properties.find(({ name }) => name === "lock-free-frames-are-installed");
    const labels = found?.trace?.steps.map(({ label }) => label) ?? [];
    return scripted(simulate(world), [...labels, "end"]);
  }

  const lost = lostPage();

  test("loses one page on the reference kernel, as the checker says", async () => {
    expect(lost.steps.at(-1)?.expect).toMatchObject({ owned_frames: 1, kexec_loaded: 0 });
    expect(await runOnReference(lost)).toMatchObject({ outcome: "conforms" });
  });

  test("is missed where it is mended", async () => {
    const features = [...world.bounds.features, "frees-unlisted-source-page" as const];
    const mended: World = { ...world, bounds: { ...world.bounds, features } };
    const reference = referenceSystem();
    const system = { ...reference, start: () => reference.start(mended) };
    const result = await runTest(lost, { simulation: simulate(world), system });
    if (result.outcome !== "diverges") expect.fail(result.outcome);
    expect(result.divergence.label).toBe("kimage_alloc_page -> none");
    expect(result.divergence.differences.map(differenceText)).toEqual([
      expect.stringMatching(/^frame \d: expected source, lost, got free$/),
    ]);
  });
});

describe("a test that cannot be run says nothing about the system", () => {
  const script = seedTest("reload", ...reload);
  const bed = () => ({
    simulation: simulate(suiteWorld("seed", "reload")),
    system: referenceSystem(),
  });

  test.each<[name: string, test: SuiteTest, message: string]>([
    [
      "an event that the model does not take",
      { ...script, steps: script.steps.slice(1) },
      "step 0, kexec_load_check: expected a step of the model, got an event that it does not take",
    ],
    [
      "an expectation that is not the model's",
      changed(script, 2, { expect: { ...(script.steps[2]?.expect ?? expect.fail()), lock: 1 } }),
      'step 2, kexec_trylock: expected {"kexec_loaded":0,"kexec_crash_loaded":0,"lock":0,',
    ],
    [
      "transitions that are not the model's",
      changed(script, 0, { transitions: ["call.entered kexec_load 0"] }),
      'step 0, kexec_load "normal": expected the transitions idle kexec_load 0, got call.entered',
    ],
    [
      "an end in a call",
      { ...script, steps: script.steps.slice(0, 2) },
      "expected a test that gives everything back, got task 0 in a call",
    ],
    [
      "an end with an image",
      seedTest("reload", ...call("crash")),
      "expected a test that gives everything back, got a loaded kexec_crash_image",
    ],
  ])("%s", async (_name, broken, message) => {
    const result = await runTest(broken, bed());
    expect(result).toEqual({
      id: "scripted",
      outcome: "error",
      message: expect.stringContaining(message),
    });
  });

  test("a driver that breaks, and the next test runs", async () => {
    let started = 0;
    const system = (): SystemUnderTest => {
      started += 1;
      return started === 1 ? { ...referenceSystem(), perform: fail } : referenceSystem();
    };
    const told: string[] = [];
    const result = await runSuite({
      suite: suiteOf(script, script),
      system,
      onResult: ({ id }) => told.push(id),
    });
    expect(result).toMatchObject({ conforms: 1, diverges: 0, errors: 1 });
    expect(result.results[0]).toEqual({
      id: "caller-0",
      outcome: "error",
      message: 'step 0, kexec_load "normal": the machine is gone',
    });
    expect(told).toEqual(["caller-0", "caller-1"]);
  });

  test("a system that does not start or does not end", async () => {
    const { simulation, system } = bed();
    const noStart = await runTest(script, { simulation, system: { ...system, start: fail } });
    const noEnd = await runTest(script, { simulation, system: { ...system, end: fail } });
    expect([noStart, noEnd]).toEqual([
      { id: "scripted", outcome: "error", message: "the machine is gone" },
      { id: "scripted", outcome: "error", message: "at the end: the machine is gone" },
    ]);
  });
});

function fail(): never {
  throw new Error("the machine is gone");
}

function changed(
  script: SuiteTest,
  at: number,
  change: Partial<SuiteTest["steps"][number]>,
): SuiteTest {
  const steps = script.steps.map((step, i) => (i === at ? { ...step, ...change } : step));
  return { ...script, steps };
}

test("a run of some groups leaves the others out", async () => {
  const suite = suiteOf(seedTest("reload", ...reload));
  const { results: none } = await runSuite({
    suite,
    system: () => referenceSystem(),
    groups: ["kills"],
  });
  expect(none).toEqual([]);
});

test("every world of a suite starts with nothing loaded on both sides", async () => {
  for (const world of suiteWorlds("6.1")) {
    const empty = { id: "empty", world: world.name, covers: [], steps: [] };
    const bed = { simulation: simulate(world), system: referenceSystem() };
    expect(await runTest(empty, bed)).toEqual({ id: "empty", outcome: "conforms", steps: 0 });
  }
});
