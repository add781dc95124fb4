import { type Simulation, simulate } from "../../../model/simulation.ts";
import { suiteWorlds } from "../../../model/worlds.ts";
import type { Suite, SuiteTest } from "../../../testgen/suite.ts";
import { GuestError } from "../agent.ts";
import { bootGuest, type Guest, tidyUp } from "../guest.ts";
import type { Kernel } from "../kernels.ts";
import { type CallPlan, type DoorPlan, planDoors } from "../plan.ts";
import type { Block } from "./block.ts";
import { type OutcomeRun, runOutcomes } from "./run-outcomes.ts";
import { startTracing, traceCall } from "./trace-call.ts";
import { type Tracked, trackedFrom } from "./tracked.ts";
import { validate } from "./validate.ts";

export interface TraceOptions {
  readonly suite: Suite;
  readonly kernel: Kernel;
  readonly signal?: AbortSignal;
  readonly onProgress?: (line: string) => void;
}

/** What a kernel's own function trace says of a suite's calls; plain data. */
export interface TraceRun {
  /** What `uname -r` says in the guest. */
  readonly release: string;
  /** The functions that this kernel lets be probed. */
  readonly functions: readonly string[];
  readonly calls: readonly TracedCall[];
  readonly outcomes: OutcomeRun;
  /** How many calls were certain to take each transition of the statechart. */
  readonly transitions: Readonly<Record<string, number>>;
  readonly total_ms: number;
}

export interface TracedCall {
  /** The suite's test, and which of its calls, from 0. */
  readonly test: string;
  readonly call: number;
  readonly request: string;
  readonly result: number;
  readonly events: number;
  /** How many of them the statechart can follow. */
  readonly prefix: number;
  /** Why not all of them; null when it can. */
  readonly blockedBy: Block | null;
}

/**
 * Makes those tests of a suite that are calls of kexec_load one after the other, records the
 * kernel's function trace of each call, and follows it through the statechart. Then it has the page
 * allocator give every kind of frame, in the same way.
 *
 * A call is followed from where the one before has led to: so each trace says, too, whether the
 * kernel was where the statechart took it to be.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export async function runTraces(options: TraceOptions): Promise<TraceRun> {
  const { suite, kernel, signal, onProgress = () => {} } = options;
  const began = performance.now();
  const tests = traceableTests(suite);
  onProgress(`booting ${kernel.package ?? kernel.path}`);
  const guest = await bootGuest(kernel, signal);
  try {
    const functions = await startTracing(guest.vm.agent);
    const calls: TracedCall[] = [];
    const times = new Map<string, number>();
    const count = (key: string, more: number) => times.set(key, (times.get(key) ?? 0) + more);
    for (const test of tests) {
      onProgress(`function trace of ${test.id}`);
      for (const { transitions, ...call } of await traceTest(guest, functions, test)) {
        calls.push(call);
        for (const key of transitions) count(key, 1);
      }
    }
    onProgress("outcomes of the page allocator");
    const outcomes = await runOutcomes(guest, functions, suite.kernel);
    for (const [key, more] of Object.entries(outcomes.transitions)) count(key, more);
    return {
      release: guest.release,
      functions,
      calls,
      outcomes,
      transitions: Object.fromEntries(times),
      total_ms: Math.round(performance.now() - began),
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await guest.vm.stop();
  }
}

/** A test that can be traced, in its world. */
export interface TraceableTest {
  readonly id: string;
  readonly simulation: Simulation;
  readonly calls: readonly CallPlan[];
}

/** The tests that are calls of kexec_load, one after the other, and nothing else. */
export function traceableTests(suite: Suite): readonly TraceableTest[] {
  const simulations = new Map(
    suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]),
  );
  return suite.groups.flatMap(({ tests }) =>
    tests.flatMap((test): TraceableTest[] => {
      const simulation = simulations.get(test.world);
      const calls = simulation ? plainCalls(test, simulation) : null;
      return simulation && calls ? [{ id: test.id, simulation, calls }] : [];
    }),
  );
}

function plainCalls(test: SuiteTest, simulation: Simulation): readonly CallPlan[] | null {
  const plan = planDoors(test, simulation);
  if (plan.kind === "skip") return null;
  const calls = plan.actions.flatMap((action) => plainCall(action) ?? []);
  return calls.length === plan.actions.length ? calls : null;
}

/** A call through the native entry that nobody holds up, and in which nothing is made to fail. */
function plainCall(action: DoorPlan["actions"][number]): CallPlan | null {
  if (action.kind !== "call" || action.held !== null) return null;
  const { call } = action;
  return call.faults.length === 0 && call.request.compat !== true ? call : null;
}

/** Makes the calls of a test, up to the first one that the statechart cannot follow. */
async function traceTest(
  guest: Guest,
  functions: readonly string[],
  { id, simulation, calls }: TraceableTest,
): Promise<readonly (TracedCall & { readonly transitions: readonly string[] })[]> {
  const done: (TracedCall & { readonly transitions: readonly string[] })[] = [];
  let states: readonly Tracked[] = [trackedFrom(simulation.initial)];
  for (const [call, plan] of calls.entries()) {
    const trace = await traceCall(guest, functions, plan);
    const { accepted, prefix, blockedBy, transitions, after } = validate(simulation, states, trace);
    done.push({
      test: id,
      call,
      request: plan.request.name,
      result: trace.result,
      events: trace.events.length,
      prefix,
      blockedBy,
      transitions,
    });
    if (!accepted) break;
    states = after;
  }
  if (await tidyUp(guest)) return done;
  throw new GuestError(`expected nothing to be left of ${id}, got loaded images or lost frames`);
}
