import type { TaskEvent } from "../../../machines/events.ts";
import type { Simulation } from "../../model/simulation.ts";
import { type KernelName, type World } from "../../model/worlds.ts";
import type { SuiteStep, SuiteTest } from "../../testgen/suite.ts";
/**
 * Tests of the lock that a kernel lets us make by itself: one caller is held while it copies its
 * first page, and meanwhile another makes each call that there is.
 *
 * A suite that covers transitions needs one test of two callers. These show the same refusal for
 * every kind of holder and of second caller, and what the slots read meanwhile.
 */
/** The world of these tests: the suite's smallest one with room for two images, for two tasks. */
export declare function lockWorld(kernel: KernelName): World;
/** @param simulation of the lock's world */
export declare function lockTests(simulation: Simulation): SuiteTest[];
export interface Recording {
    readonly steps: SuiteStep[];
    /** Adds a whole call. `meanwhile` runs before its first page is copied. */
    call(task: number, request: number, meanwhile?: () => void): void;
    /** The same for any call, by the step with which it begins. */
    make(entry: TaskEvent, meanwhile?: () => void): void;
}
/** Begins a test in which nothing fails that the model leaves open. */
export declare function begin(simulation: Simulation): Recording;
