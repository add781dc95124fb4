import type { Simulation } from "../../model/simulation.ts";
import type { KernelName, World } from "../../model/worlds.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
/**
 * Tests of the other ways into kexec, as far as they neither load by file nor leave for the image:
 * everything that is refused, what the crash size reads, and unloads by file; each with nothing
 * loaded, with something loaded, and while a load is held up under the lock.
 *
 * A suite takes each transition once, and where two callers meet it holds one at a step where a
 * kernel cannot be held. These reach the same transitions by a load that can.
 */
/** The world of these tests: the lock's, with every door. */
export declare function doorWorld(kernel: KernelName): World;
/** @param simulation of the doors' world */
export declare function doorTests(simulation: Simulation): SuiteTest[];
