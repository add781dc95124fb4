import { describe, expect, it } from "vitest";
import type { KexecEvent } from "../../../machines/events.ts";
import { lockTests, lockWorld } from "../../../src/conformance/linux/lock-tests.ts";
import {
  type Action,
  type DoorPlan,
  type Plan,
  planDoors,
  planTest,
  type Skip,
} from "../../../src/conformance/linux/plan.ts";
import { type Simulation, simulate } from "../../../src/model/simulation.ts";
import { type KernelName, suiteWorlds } from "../../../src/model/worlds.ts";
import { suiteStep } from "../../../src/testgen/concrete.ts";
import { generate } from "../../../src/testgen/generate.ts";
import type { Group, Suite, SuiteStep, SuiteTest } from "../../../src/testgen/suite.ts";

describe("planning tests for a real kernel", () => {
  it("can run every test of a single caller, in the test's own order", () => {
    for (const { test, plan } of plansOf("caller")) {
      expect(plan.kind, test.id).toBe("run");
      expect(transitionsOf(plan)).toEqual(test.steps.flatMap(({ transitions }) => transitions));
    }
  });

  it("expects after a call what the test expects at its return", () => {
    for (const { test, plan } of plansOf("caller")) {
      const returns = test.steps.filter(
        ({ event }) => event.type === "sys_exit" || !("task" in event),
      );
      expect(actionsOf(plan).map(({ check }) => check.expect)).toEqual(
        returns.map((step) => step.expect),
      );
    }
  });

  it("says what stands in the way of all other groups", () => {
    const reasons = (["allocator", "policy", "faults", "kills"] as const).map((name) => [
      name,
      [...new Set(plansOf(name).map(({ plan }) => (plan.kind === "skip" ? plan.reason : "runs")))],
    ]);
    expect(Object.fromEntries(reasons)).toEqual({
      allocator: [
        "the page allocator must return a chosen frame",
        "x86-64 has no page beyond the limit",
      ],
      policy: ["a security module or the lockdown must refuse the call"],
      faults: expect.not.arrayContaining(["runs"]),
      kills: expect.not.arrayContaining(["runs"]),
    });
  });

  it("needs nothing but the debugger for faults, refusals, kills and panics", () => {
    const reasons = (["policy", "faults", "kills", "panics"] as const).map((name) => {
      const plans = plansOf(name, "7.2", planDoors).map(({ plan }) => plan);
      return [
        name,
        [...new Set(plans.flatMap((plan) => (plan.kind === "skip" ? [plan.reason] : [])))],
      ] as const;
    });
    expect(Object.fromEntries(reasons)).toEqual({
      policy: [],
      faults: ["the page allocator must return a chosen frame"],
      kills: ["the page allocator must return a chosen frame"],
      panics: ["a caller must be held before it tries the lock"],
    });
  });

  it("makes an allocation fail at the call of the kernel's function that asks for it", () => {
    const faults = plansOf("faults", "7.2", planDoors).flatMap(({ plan }) => {
      return plan.kind === "run"
        ? plan.actions.flatMap((action) => (action.kind === "call" ? action.call.faults : []))
        : [];
    });
    expect(faults).toContainEqual({
      at: { symbol: "kimage_alloc_control_pages", wants: "anything", nth: 2 },
      returns: 0n,
    });
    expect(faults).toContainEqual({
      at: { symbol: "kimage_alloc_page", wants: "list page", nth: 1 },
      returns: 0n,
    });
  });

  it("holds a call where the test kills it, and expects nobody to see the result", () => {
    const held = plansOf("kills", "7.2", planDoors).flatMap(({ plan }) => {
      if (plan.kind === "skip") return [];
      return plan.actions.filter((action) => action.kind === "call" && action.held);
    });
    expect(held.length).toBeGreaterThan(10);
    for (const action of held) {
      expect(action).toMatchObject({
        check: { dies: true },
        held: { meanwhile: [{ kind: "event", event: { kind: "kill", task: 0 } }] },
      });
    }
  });

  it("makes EFAULT by memory that cannot be read, at the list or at the test's page", () => {
    const faults = plansOf("caller").flatMap(({ test, plan }) =>
      test.steps.some(({ label }) => label.endsWith("EFAULT"))
        ? callsOf(plan).map(({ request, listReadable, fault }) => ({
            request: request.name,
            listReadable,
            fault,
          }))
        : [],
    );
    expect(faults).toEqual(
      expect.arrayContaining([
        { request: "normal", listReadable: false, fault: null },
        {
          request: "normal, an empty segment first",
          listReadable: true,
          fault: { segment: 1, page: 0 },
        },
      ]),
    );
    expect(faults.every(({ listReadable, fault }) => fault === null || listReadable)).toBe(true);
  });

  it("notes the page for which the list needs a second page", () => {
    const pages = plansOf("caller")
      .flatMap(({ plan }) => callsOf(plan))
      .filter(({ secondListPage }) => secondListPage !== null);
    expect(pages.length).toBeGreaterThan(0);
    for (const { request, secondListPage } of pages) {
      expect([request.name, secondListPage]).toEqual([
        "normal, an empty segment first",
        { segment: 1, page: 0 },
      ]);
    }
  });

  it("tells the tests that disable loading for good from the others", () => {
    const writing = plansOf("caller").filter(({ plan }) => disables(plan) !== "no");
    expect(writing.map(({ test, plan }) => [test.steps[0]?.label, disables(plan)])).toEqual([
      ["kexec_load_disabled = 1", "first"],
    ]);
  });
});

describe("planning tests of two callers", () => {
  it("runs the refused call as a whole while the holder is held up", () => {
    for (const kernel of ["5.10", "6.1"] as const) {
      for (const { plan } of plansOf("two-callers", kernel)) {
        const [action, ...others] = actionsOf(plan);
        expect(others).toEqual([]);
        expect(action).toMatchObject({
          kind: "call",
          check: { expect: { result: 0, lock: null } },
          held: {
            at: { kind: "function", at: { symbol: "kimage_free", nth: 1 } }, // an unload copies no page
            meanwhile: [{ kind: "call", check: { expect: { result: -16, lock: 1 } } }],
          },
        });
      }
    }
  });

  it("takes the transitions of the test, in another order", () => {
    for (const { test, plan } of plansOf("two-callers")) {
      const own = test.steps.flatMap(({ transitions }) => transitions);
      expect(transitionsOf(plan)).not.toEqual(own);
      expect(transitionsOf(plan).sort()).toEqual(own.sort());
    }
  });

  it("holds a load at the first page that it copies", () => {
    const simulation = simulate(lockWorld("6.1"));
    const tests = lockTests(simulation);
    expect(tests.length).toBe(2 * 2 * 4); // holders, loaded before or not, second callers
    for (const test of tests) {
      const held = actionsOf(planTest(test, simulation)).flatMap((action) =>
        action.kind === "call" && action.held ? [action.held] : [],
      );
      expect(held).toMatchObject([
        {
          at: { kind: "page", page: { segment: 0, page: 0 }, ends: "deliver" },
          meanwhile: [{ check: { expect: { result: -16, lock: 0 } } }],
        },
      ]);
    }
  });

  it("skips a test whose caller would have to stop before it takes the lock", () => {
    // The caller passes the gates, loading is disabled, and it loads all the same.
    const { test, simulation } = testOf("unload crash");
    const steps = test.steps.flatMap((step) =>
      step.event.type === "kexec_load_check" ? [step, disabling(step)] : [step],
    );
    expect(planTest({ ...test, steps }, simulation)).toMatchObject({
      kind: "skip",
      reason: "a caller must be held before it tries the lock",
    });
  });
});

/** A call, all by itself, in the world where loading can be disabled. */
function testOf(request: string) {
  const world = suiteWorlds("6.1").find(({ sysctl }) => sysctl);
  if (!world) throw new Error("expected a world with sysctls, got none");
  const simulation = simulate(world);
  const index = world.bounds.requests.findIndex(({ name }) => name === request);
  const begin = { type: "kexec_load", task: 0, request: index } as const;
  const steps: SuiteStep[] = [];
  let state = simulation.initial;
  for (let event: KexecEvent | undefined = begin; event; ) {
    const step = simulation.step(state, event);
    if (!step) throw new Error(`expected a transition for ${event.type}, got none`);
    steps.push(suiteStep(simulation, state, event, step));
    state = step.state;
    event =
      event.type === "sys_exit"
        ? undefined
        : simulation.alphabet(state).find((next) => "task" in next);
  }
  return { test: { id: "test-1", world: world.name, covers: [], steps }, simulation };
}

function disabling(step: SuiteStep): SuiteStep {
  return { ...step, event: { type: "proc_dointvec_minmax", value: 1 }, label: "write 1" };
}

function plansOf(name: Group["name"], kernel?: KernelName): Planned<Plan>[];
function plansOf<P>(name: Group["name"], kernel: KernelName, planner: Planner<P>): Planned<P>[];
function plansOf(
  name: Group["name"],
  kernel: KernelName = "6.1",
  planner: Planner<Plan | DoorPlan> = planTest,
) {
  const { suite: made, simulations } = modelOf(kernel);
  const { groups } = made;
  const tests = groups.find((group) => group.name === name)?.tests ?? [];
  expect(tests.length).toBeGreaterThan(0);
  return tests.map((test) => {
    const simulation = simulations.get(test.world);
    if (!simulation) throw new Error(`expected the world ${test.world}, got none`);
    return { test, plan: planner(test, simulation) };
  });
}

/** Suite and worlds of a kernel; they are made once. */
const models = new Map<KernelName, Model>();

interface Model {
  readonly suite: Suite;
  readonly simulations: ReadonlyMap<string, Simulation>;
}

function modelOf(kernel: KernelName): Model {
  const known = models.get(kernel);
  if (known) return known;
  const made: Model = {
    suite: generate({ tool: "test", kernel, cover: "transitions", seed: 1, tests: 0 }),
    simulations: new Map(suiteWorlds(kernel).map((world) => [world.name, simulate(world)])),
  };
  models.set(kernel, made);
  return made;
}

interface Planned<P> {
  readonly test: SuiteTest;
  readonly plan: P | Skip;
}

type Planner<P> = (test: SuiteTest, simulation: Simulation) => P | Skip;

function actionsOf(plan: Plan | Skip): readonly Action[] {
  return plan.kind === "run" ? plan.actions : [];
}

function callsOf(plan: Plan | Skip) {
  return actionsOf(plan).flatMap((action) => (action.kind === "call" ? [action.call] : []));
}

function transitionsOf(plan: Plan | Skip): string[] {
  return plan.kind === "run" ? [...plan.transitions] : [];
}

function disables(plan: Plan | Skip): Plan["disablesLoading"] {
  return plan.kind === "run" ? plan.disablesLoading : "no";
}
