import { lockTests, lockWorld } from "../conformance/linux/lock-tests.ts";
import { type Plan, planTest, type Skip } from "../conformance/linux/plan.ts";
import { type Simulation, simulate } from "../model/simulation.ts";
import { suiteWorlds } from "../model/worlds.ts";
import type { GroupName, Suite, SuiteTest } from "../testgen/suite.ts";

/** A test that user space can bring about on an unmodified kernel, and how. */
export interface PlannedTest {
  readonly test: SuiteTest;
  readonly plan: Plan;
}

export interface LeftOut {
  readonly id: string;
  readonly reason: string;
}

export interface PlannedTests {
  readonly planned: readonly PlannedTest[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The tests of a suite that user space can bring about, and the others with what stands in the way.
 *
 * As in a conformance run, tests of the lock are added to the group `two-callers`. Tests that write
 * 1 to kexec_load_disabled come last: only the next boot takes that back.
 *
 * @param groups null: all
 */
export function plannedTests(suite: Suite, groups: readonly GroupName[] | null): PlannedTests {
  const simulations = new Map(
    suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]),
  );
  const wanted = suite.groups.filter(({ name }) => groups?.includes(name) ?? true);
  const plans = wanted.flatMap(({ tests }) =>
    tests.map((test) => ({ test, plan: planIn(simulations.get(test.world), test) })),
  );
  if (wanted.some(({ name }) => name === "two-callers")) {
    const lock = simulate(lockWorld(suite.kernel));
    plans.push(...lockTests(lock).map((test) => ({ test, plan: planTest(test, lock) })));
  }
  const planned = plans.filter((entry): entry is PlannedTest => entry.plan.kind === "run");
  const order = ["no", "first", "later"] as const;
  return {
    planned: order.flatMap((when) => planned.filter(({ plan }) => plan.disablesLoading === when)),
    leftOut: plans.flatMap(({ test: { id }, plan }) =>
      plan.kind === "skip" ? [{ id, reason: plan.reason }] : [],
    ),
  };
}

function planIn(simulation: Simulation | undefined, test: SuiteTest): Plan | Skip {
  if (simulation) return planTest(test, simulation);
  return {
    kind: "skip",
    reason: `the world ${test.world} is not the model's`,
    obstacles: new Map(),
  };
}

/** How often each reason is given, the most frequent one first. */
export function reasonsOf(leftOut: readonly LeftOut[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
