import type { Simulation } from "../../model/simulation.ts";
import type { KernelName, World } from "../../model/worlds.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
/**
 * Tests of how a machine ends: a panic or a bug, with something loaded or not, while the lock is
 * free or held, and with another panic inside the first.
 *
 * A suite lets the machine end at the step that is nearest. Many of those steps are no place where
 * a kernel can be stopped; these tests let it end where one can.
 */
/** The worlds of these tests: the crash kernel is tried at once, or when the others have stopped. */
export declare function crashWorlds(kernel: KernelName): readonly World[];
/** @param simulation of one of these worlds */
export declare function crashTests(simulation: Simulation): SuiteTest[];
