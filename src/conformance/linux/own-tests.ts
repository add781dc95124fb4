import { type Simulation, simulate } from "../../model/simulation.ts";
import type { KernelName, World } from "../../model/worlds.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
import { crashTests, crashWorlds } from "./crash-tests.ts";
import { doorTests, doorWorld } from "./door-tests.ts";
import { lockTests, lockWorld } from "./lock-tests.ts";

/** Tests beside those of a suite, and the model that they are runs of. */
export interface OwnTests {
  readonly simulation: Simulation;
  readonly tests: readonly SuiteTest[];
}

/** The worlds of the tests that only real kernels need. */
export function ownWorlds(kernel: KernelName): readonly World[] {
  return [lockWorld(kernel), doorWorld(kernel), ...crashWorlds(kernel)];
}

/** The tests of the lock, of the other doors, and of how a machine ends. */
export function ownTests(kernel: KernelName): readonly OwnTests[] {
  const [lock, door, ...crashes] = ownWorlds(kernel).map((world) => simulate(world));
  if (!lock || !door) return [];
  return [
    { simulation: lock, tests: lockTests(lock) },
    { simulation: door, tests: doorTests(door) },
    ...crashes.map((simulation) => ({ simulation, tests: crashTests(simulation) })),
  ];
}
