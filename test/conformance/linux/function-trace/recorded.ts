import { readFileSync } from "node:fs";
import {
  outcomeWorld,
  type Shape,
} from "../../../../src/conformance/linux/function-trace/allocator-outcomes.ts";
import {
  type KernelTrace,
  restoreTrace,
  type SavedTrace,
} from "../../../../src/conformance/linux/function-trace/trace-call.ts";
import {
  type Tracked,
  trackedFrom,
} from "../../../../src/conformance/linux/function-trace/tracked.ts";
import { validate } from "../../../../src/conformance/linux/function-trace/validate.ts";
import type { Edit } from "../../../../src/model/mutant.ts";
import { type Simulation, simulate } from "../../../../src/model/simulation.ts";
import { suiteWorlds } from "../../../../src/model/worlds.ts";

/** The kernels whose traces were recorded: see spec/conformance.md. */
export const recordedKernels = ["5.10", "6.1", "6.12", "7.2"] as const;
export type RecordedKernel = (typeof recordedKernels)[number];

type Recorded = Omit<SavedTrace, "functions">;

interface Recording {
  readonly functions: readonly string[];
  readonly runs: readonly {
    readonly test: string;
    readonly world: string;
    readonly traces: readonly Recorded[];
  }[];
  readonly allocator: Shape & { readonly trace: Recorded };
}

/** A recorded call, and the states that it may begin in. */
export interface RecordedCall {
  readonly name: string;
  readonly simulation: Simulation;
  readonly before: readonly Tracked[];
  readonly trace: KernelTrace;
}

/** Every call that was recorded on a kernel; those of one test follow each other. */
export function recordedCalls(kernel: RecordedKernel, edit: Edit = {}): RecordedCall[] {
  const path = new URL(`../../../fixtures/function-trace/${kernel}.json`, import.meta.url);
  const recording: Recording = JSON.parse(readFileSync(path, "utf8"));
  const { functions, allocator } = recording;
  const worlds = new Map(suiteWorlds(kernel).map((world) => [world.name, world]));
  const calls = recording.runs.flatMap(({ test, world: name, traces }) => {
    const world = worlds.get(name);
    if (!world) throw new Error(`expected a world of the suite, got ${name}: record it again`);
    const simulation = simulate(world, edit);
    let before: readonly Tracked[] = [trackedFrom(simulation.initial)];
    return traces.map((saved, i): RecordedCall => {
      const trace = restoreTrace({ ...saved, functions });
      const call = { name: `${test}, call ${i + 1}`, simulation, before, trace };
      before = validate(simulation, before, trace).after;
      return call;
    });
  });
  const simulation = simulate(outcomeWorld(kernel, allocator), edit);
  const aimed = {
    name: "aimed at the page allocator",
    simulation,
    before: [trackedFrom(simulation.initial)],
    trace: restoreTrace({ ...allocator.trace, functions }),
  };
  return [...calls, aimed];
}
