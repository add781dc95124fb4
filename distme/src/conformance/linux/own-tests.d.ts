import { type Simulation } from "../../model/simulation.ts";
import type { KernelName, World } from "../../model/worlds.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
/** Tests beside those of a suite, and the model that they are runs of. */
export interface OwnTests {
    readonly simulation: Simulation;
    readonly tests: readonly SuiteTest[];
}
/** The worlds of the tests that only real kernels need. */
export declare function ownWorlds(kernel: KernelName): readonly World[];
/** The tests of the lock, of the other doors, and of how a machine ends. */
export declare function ownTests(kernel: KernelName): readonly OwnTests[];
