import { isDeepStrictEqual } from "node:util";
import { messageOf } from "../base/message.ts";
import type { Edit } from "../model/mutant.ts";
import { type KexecState, type Simulation, simulate } from "../model/simulation.ts";
import { suiteWorlds } from "../model/worlds.ts";
import { suiteStep } from "../testgen/concrete.ts";
import { reasonToGoOn } from "../testgen/endings.ts";
import type { GroupName, Suite, SuiteStep, SuiteTest } from "../testgen/suite.ts";
import type { Divergence, SystemUnderTest } from "./system.ts";

/** What became of one test. */
export type TestResult = { readonly id: string } & (
  | { readonly outcome: "conforms"; readonly steps: number }
  | { readonly outcome: "diverges"; readonly divergence: Divergence }
  /** The test could not be run to its end, and says nothing about the system. */
  | { readonly outcome: "error"; readonly message: string }
);

/** What became of a suite, test by test in its order. */
export interface SuiteResult {
  readonly results: readonly TestResult[];
  readonly conforms: number;
  readonly diverges: number;
  readonly errors: number;
}

export interface SuiteRun {
  /** A suite that checkSuite let pass. */
  readonly suite: Suite;
  /** Makes the system under test; every test has its own. */
  readonly system: () => SystemUnderTest;
  /** The groups to run; left out, all of them. */
  readonly groups?: readonly GroupName[];
  /** A mutant that the suite was made from: the tests are run on it and the system side by side. */
  readonly edit?: Edit;
  /** Told of each test when it has ended. */
  readonly onResult?: (result: TestResult) => void;
}

/** Runs a suite, one test after the other; a test that fails or breaks does not stop the others. */
export async function runSuite({
  suite,
  system,
  groups,
  edit,
  onResult,
}: SuiteRun): Promise<SuiteResult> {
  const simulations = new Map<string, Simulation>();
  for (const world of suiteWorlds(suite.kernel)) simulations.set(world.name, simulate(world, edit));
  const results: TestResult[] = [];
  for (const { name, tests } of suite.groups) {
    if (groups && !groups.includes(name)) continue;
    for (const test of tests) {
      const simulation = simulations.get(test.world);
      const result = simulation
        ? await runTest(test, { simulation, system: system() })
        : errorOf(test, `expected a world of kernel ${suite.kernel}, got ${test.world}`);
      results.push(result);
      onResult?.(result);
    }
  }
  const count = (outcome: TestResult["outcome"]): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    results,
    conforms: count("conforms"),
    diverges: count("diverges"),
    errors: count("error"),
  };
}

/** What a test runs on: the model of its world, and a system that has not been started. */
export interface TestBed {
  readonly simulation: Simulation;
  readonly system: SystemUnderTest;
}

/**
 * Runs a test on model and system side by side, up to the first step where they differ.
 *
 * The model is asked again, not the file: a test whose steps are not the model's, or that ends where
 * something is left that could be given back, is an error.
 */
export async function runTest(test: SuiteTest, bed: TestBed): Promise<TestResult> {
  const { system, simulation } = bed;
  let result: TestResult;
  try {
    await system.start(simulation.world);
    result = await runSteps(test, bed);
  } catch (error) {
    result = errorOf(test, messageOf(error));
  }
  try {
    await system.end();
  } catch (error) {
    if (result.outcome === "conforms") return errorOf(test, `at the end: ${messageOf(error)}`);
  }
  return result;
}

async function runSteps(test: SuiteTest, { simulation, system }: TestBed): Promise<TestResult> {
  let state = simulation.initial;
  for (const [index, step] of test.steps.entries()) {
    const next = modelStep(simulation, state, step);
    if (typeof next === "string") return errorOf(test, `step ${index}, ${step.label}: ${next}`);
    try {
      const differences = await system.perform(step.event, next);
      if (differences.length > 0) {
        const divergence = { step: index, label: step.label, differences };
        return { id: test.id, outcome: "diverges", divergence };
      }
    } catch (error) {
      return errorOf(test, `step ${index}, ${step.label}: ${messageOf(error)}`);
    }
    state = next;
  }
  const left = reasonToGoOn(simulation.layout, state);
  if (left !== null)
    return errorOf(test, `expected a test that gives everything back, got ${left}`);
  return { id: test.id, outcome: "conforms", steps: test.steps.length };
}

/** The model's state after a step, or what the file says of the step that the model does not. */
function modelStep(
  simulation: Simulation,
  state: KexecState,
  step: SuiteStep,
): KexecState | string {
  const taken = simulation.step(state, step.event);
  if (taken === null) return "expected a step of the model, got an event that it does not take";
  const { transitions, expect } = suiteStep(simulation, state, step.event, taken);
  if (!isDeepStrictEqual(transitions, step.transitions)) {
    return `expected the transitions ${transitions.join(", ")}, got ${step.transitions.join(", ")}`;
  }
  if (!isDeepStrictEqual(expect, step.expect)) {
    return `expected ${JSON.stringify(expect)}, got ${JSON.stringify(step.expect)}`;
  }
  return taken.state;
}

function errorOf({ id }: SuiteTest, message: string): TestResult {
  return { id, outcome: "error", message };
}
