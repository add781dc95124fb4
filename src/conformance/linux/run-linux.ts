import { type Simulation, simulate } from "../../model/simulation.ts";
import { suiteWorlds } from "../../model/worlds.ts";
import { modelHash } from "../../testgen/model-hash.ts";
import type { GroupName, Suite, SuiteTest } from "../../testgen/suite.ts";
import { countTransitions, type TransitionCount } from "../transition-count.ts";
import { type Outcome, type Runnable, runInBoots } from "./boots.ts";
import type { DebianKernelName } from "./debian-kernels.ts";
import { EnvironmentError } from "./environment.ts";
import type { Kernel } from "./kernels.ts";
import { ownTests } from "./own-tests.ts";
import { type DoorPlan, planDoors, type Skip } from "./plan.ts";

export interface LinuxRunOptions {
  readonly suite: Suite;
  readonly kernel: Kernel;
  /** The kernel of the model that it must be, by what it says of itself. Default: any. */
  readonly profile?: DebianKernelName;
  /** Default: all groups. */
  readonly groups?: readonly GroupName[];
  /** Stops the run and its machine; the run then fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told in one line what takes long. */
  readonly onProgress?: (line: string) => void;
  /** Told of every test as soon as its outcome is known; skipped ones come first. */
  readonly onTest?: (result: LinuxTest) => void;
}

/** What became of a suite in a real kernel; plain data. */
export interface LinuxRun {
  /** What `uname -r` says in the guest. */
  readonly release: string;
  /** The kernel's package, or null for a file of the user's. */
  readonly package: string | null;
  readonly tests: readonly LinuxTest[];
  readonly transitions: TransitionCount;
  /** How long each boot took. */
  readonly boots_ms: readonly number[];
  readonly total_ms: number;
}

export interface LinuxTest {
  readonly id: string;
  /** `lock`: not of the suite, see own-tests.ts. */
  readonly group: GroupName | "lock";
  readonly world: string;
  readonly outcome: Outcome;
}

/**
 * Runs the tests of a suite that user space can bring about on an unmodified kernel in QEMU.
 *
 * Many tests share a boot. A test that goes wrong in a way that could disturb the next one gets
 * the others a new one.
 *
 * @throws EnvironmentError when QEMU is missing, the kernel does not boot, or the suite was made
 *   from another model
 * @throws the signal's reason when it is aborted
 */
export async function runLinux(options: LinuxRunOptions): Promise<LinuxRun> {
  const began = performance.now();
  const { suite, kernel, onTest = () => {} } = options;
  const entries = plannedTests(suite, options.groups);
  const results = new Map<Entry, LinuxTest>();
  const finish = (entry: Entry, outcome: Outcome) => {
    const { id, world } = entry.test;
    const result = { id, group: entry.group, world, outcome };
    results.set(entry, result);
    onTest(result);
  };
  for (const entry of entries) {
    if (entry.plan.kind === "skip") {
      finish(entry, { kind: "skipped", reason: entry.plan.reason });
    }
  }
  const runnable = entries.filter((entry): entry is RunnableEntry => entry.plan.kind === "run");
  const boots = await runInBoots(options, runnable, finish);
  const tests = entries.flatMap((entry) => results.get(entry) ?? []);
  return {
    release: boots.release,
    package: kernel.package,
    tests,
    transitions: transitionsOf(suite, entries, results),
    boots_ms: boots.boots_ms,
    total_ms: Math.round(performance.now() - began),
  };
}

interface Entry {
  readonly group: LinuxTest["group"];
  readonly test: SuiteTest;
  readonly plan: DoorPlan | Skip;
}

type RunnableEntry = Entry & Runnable;

function plannedTests(suite: Suite, groups: LinuxRunOptions["groups"]): Entry[] {
  if (suite.model !== modelHash(suite.kernel)) {
    throw new EnvironmentError(
      `expected a suite of this model (${modelHash(suite.kernel)}), got one of ${suite.model}: ` +
        "generate it again",
    );
  }
  const wanted = suite.groups.filter(({ name }) => groups?.includes(name) ?? true);
  const simulations = new Map(
    suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]),
  );
  const entries = wanted.flatMap(({ name, tests }) =>
    tests.map((test) => ({ group: name, test, plan: planIn(simulations.get(test.world), test) })),
  );
  if (!wanted.some(({ name }) => name === "two-callers")) return entries;
  const own = ownTests(suite.kernel).map(({ simulation, tests }) =>
    tests.map((test) => ({ group: "lock" as const, test, plan: planDoors(test, simulation) })),
  );
  const [lock = [], door = [], ...crashes] = own;
  const others = [...entries, ...lock, ...door];
  const ends = wanted.some(({ name }) => name === "panics");
  return ends ? [...others, ...addingTransitions(crashes.flat(), others)] : others;
}

/** Those that take a transition that none before them takes: there are many ways to end. */
function addingTransitions(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const taken = new Set<string>();
  const adds = ({ plan }: Entry): boolean => {
    if (plan.kind === "skip") return false;
    const before = taken.size;
    for (const key of plan.transitions) taken.add(key);
    return taken.size > before;
  };
  for (const entry of others) adds(entry);
  return entries.filter(adds);
}

function planIn(simulation: Simulation | undefined, test: SuiteTest): DoorPlan | Skip {
  if (simulation) return planDoors(test, simulation);
  throw new EnvironmentError(`expected a world of the suite, got ${test.world}: generate it again`);
}

/** A transition counts when a test that passed takes it; else its first obstacle is told. */
function transitionsOf(
  suite: Suite,
  entries: readonly Entry[],
  results: ReadonlyMap<Entry, LinuxTest>,
): TransitionCount {
  const times = new Map<string, number>();
  const reasons = new Map<string, string>();
  for (const entry of entries) {
    const outcome = results.get(entry)?.outcome;
    if (entry.plan.kind === "run" && outcome?.kind === "passed") {
      for (const key of entry.plan.transitions) times.set(key, (times.get(key) ?? 0) + 1);
    } else if (outcome) {
      for (const key of entry.test.covers) reasons.set(key, whyMissing(entry, outcome, key));
    }
  }
  return countTransitions(suite.kernel, { times, reasons });
}

function whyMissing({ test, plan }: Entry, outcome: Outcome, transition: string): string {
  if (plan.kind === "skip") return plan.obstacles.get(transition) ?? plan.reason;
  return `${test.id}: ${outcome.kind}`;
}
