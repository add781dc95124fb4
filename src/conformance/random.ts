import fc from "fast-check";
import type { KexecEvent } from "../../machines/events.ts";
import { messageOf } from "../base/message.ts";
import { frameAt, get, ROLE } from "../memory/layout.ts";
import { type KexecState, type Simulation, simulate } from "../model/simulation.ts";
import type { KernelName, World } from "../model/worlds.ts";
import type { Bugs } from "../reference/bugs.ts";
import { randomWorld } from "./random-world.ts";
import { referenceSystem } from "./reference/system.ts";
import { type Divergence, differenceText } from "./system.ts";

export interface RandomOptions {
  readonly kernel: KernelName;
  /** How many worlds, each with one run. */
  readonly runs: number;
  /** Left out, another one each time. */
  readonly seed?: number;
  /** With its seed: one run of an earlier search, again. */
  readonly path?: string;
  /** Planted in the reference kernel. */
  readonly bugs?: Bugs;
  /** Runs to spend on making a run that diverges shorter; left out, 500. */
  readonly shrinks_max?: number;
}

/** What a random search found, and how much it tried. */
export interface RandomResult {
  readonly outcome: "conforms" | "diverges" | "error";
  readonly seed: number;
  /** Leads to the shortest run that diverges; null when none does. */
  readonly path: string | null;
  /** Runs up to the first that diverged. */
  readonly runs: number;
  /** Steps of all runs, those that made a run shorter included. */
  readonly steps: number;
  /** Images that were installed. */
  readonly installed: number;
  /** The shortest run that diverges, shrunk. */
  readonly failure: RandomFailure | null;
  /** Many lines for a person; a failure ends with the line that replays it. */
  readonly message: string;
}

/** Plain data, so that it can be saved. */
export interface RandomFailure {
  /** Bounds, then one line a request. */
  readonly world: readonly string[];
  readonly events: readonly KexecEvent[];
  readonly labels: readonly string[];
  /** Null when something was thrown instead. */
  readonly divergence: Divergence | null;
  readonly error: string | null;
}

const STEPS_max = 100;
/** One choice in this many goes wrong, where something can. */
const CHOICES_per_failure = 24;

/** Runs statechart and reference kernel side by side in random worlds, until they differ. */
export function randomConformance(options: RandomOptions): RandomResult {
  const { kernel, runs, seed, path, bugs = {}, shrinks_max = 500 } = options;
  let steps = 0;
  let installed = 0;
  let shrinks = 0;
  // choices first: what comes first is made shorter first
  const property = fc.property(randomChoices(), randomWorld(kernel), (choices, world) => {
    if (shrinks > shrinks_max) return true; // the shortest so far will do
    const run = lockstep(world, choices, bugs);
    shrinks += shrinks > 0 || failed(run) ? 1 : 0;
    steps += run.events.length;
    installed += run.installed;
    return !failed(run);
  });
  const details = fc.check(property, {
    numRuns: runs,
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path, endOnFailure: true }),
  });
  const counts = { seed: details.seed, path: details.counterexamplePath, steps, installed };
  const effort = `${details.numRuns} runs, ${steps} steps, ${installed} images installed`;
  if (details.counterexample === null) {
    if (details.failed)
      throw new Error(`the random search itself failed: ${details.errorInstance}`);
    const message = `kernel ${kernel} conforms: ${effort}, seed ${details.seed}`;
    return { outcome: "conforms", ...counts, runs: details.numRuns, failure: null, message };
  }
  const [choices, world] = details.counterexample;
  const { installed: _, ...run } = lockstep(world, choices, bugs);
  const failure = { world: worldText(world), ...run };
  return {
    outcome: failure.divergence === null ? "error" : "diverges",
    ...counts,
    runs: details.numRuns,
    failure,
    message: failureText(options, { ...counts, failure }),
  };
}

function failed({ divergence, error }: Run): boolean {
  return divergence !== null || error !== null;
}

/** What is chosen at each step; a choice is taken modulo what there is to choose from. */
function randomChoices(): fc.Arbitrary<number[]> {
  const choice = fc.noShrink(fc.nat({ max: 0xffff }));
  // unbiased: fast-check would prefer short runs, which get nowhere
  return fc.noBias(fc.array(choice, { minLength: 1, maxLength: STEPS_max, size: "max" }));
}

interface Run extends Omit<RandomFailure, "world"> {
  readonly installed: number;
}

function lockstep(world: World, choices: readonly number[], bugs: Bugs): Run {
  const simulation = simulate(world);
  const events: KexecEvent[] = [];
  const labels: string[] = [];
  const run = { events, labels, installed: 0 };
  const system = referenceSystem({ bugs });
  let state = simulation.initial;
  try {
    system.start(world);
    for (const choice of choices) {
      const event = choose(simulation, state, choice);
      const next = event && simulation.step(state, event);
      if (!event || !next) continue; // a second signal changes nothing
      const step = events.length;
      const label = labelOf(simulation, event);
      events.push(event);
      labels.push(label);
      const differences = system.perform(event, next.state);
      if (differences.length > 0) {
        return { ...run, divergence: { step, label, differences }, error: null };
      }
      run.installed += event.type === "xchg" ? 1 : 0;
      state = next.state;
    }
  } catch (error) {
    return { ...run, divergence: null, error: messageOf(error) };
  }
  return { ...run, divergence: null, error: null };
}

function labelOf({ layout, label }: Simulation, event: KexecEvent): string {
  const several = layout.bounds.tasks > 1 && "task" in event;
  return several ? `task ${event.task}: ${label(event)}` : label(event);
}

/** Most of the time nothing goes wrong, or few runs would get far. */
function choose(simulation: Simulation, state: KexecState, choice: number): KexecEvent | null {
  const all = everyEvent(simulation, state);
  const wanted = all.filter((event) => goesWell(event) === choice % CHOICES_per_failure > 0);
  const from = wanted.length > 0 ? wanted : all;
  return from[Math.floor(choice / CHOICES_per_failure) % from.length] ?? null;
}

function goesWell(event: KexecEvent): boolean {
  if ("outcome" in event) return event.outcome === "ok";
  if ("frame" in event) return event.frame !== null;
  return !["sigkill", "proc_dointvec_minmax", "kexec_limit_handler", "panic", "oops"].includes(
    event.type,
  );
}

/** The alphabet, with every free frame where the checker is content with one of many. */
function everyEvent(simulation: Simulation, state: KexecState): KexecEvent[] {
  const { layout } = simulation;
  const { mem } = state.context;
  const free = layout.interchangeable.filter((pfn) => get(mem, frameAt(layout, pfn) + ROLE) === 0);
  return simulation.alphabet(state).flatMap((event) => {
    if (!("frame" in event) || event.frame === null) return [event];
    if (!layout.interchangeable.includes(event.frame)) return [event];
    return free.map((frame) => ({ ...event, frame }));
  });
}

interface Failure {
  readonly seed: number;
  readonly path: string | null;
  readonly failure: RandomFailure;
}

function failureText({ kernel, bugs }: RandomOptions, { seed, path, failure }: Failure): string {
  const { world, divergence, error, labels } = failure;
  const what = divergence
    ? divergence.differences.map((difference) => `  ${differenceText(difference)}`)
    : [`  ${error}`];
  const planted = Object.keys(bugs ?? {}).map((bug) => ` --bug ${bug}`);
  return [
    `kernel ${kernel} and the statechart differ after step ${labels.length - 1}, ${labels.at(-1)}`,
    ...what,
    ...world,
    ...labels.map((label, i) => `${String(i).padStart(5)} ${label}`),
    `replay: kexec-model conform --kernel ${kernel} --random 1 --seed=${seed} --path=${path}${planted.join("")}`,
  ].join("\n");
}

function worldText({ bounds }: World): string[] {
  const { requests, features: _, ...sizes } = bounds;
  const text = (value: unknown): string =>
    JSON.stringify(value, (_key, each) =>
      typeof each === "bigint" ? `0x${each.toString(16)}` : each,
    );
  return [`world ${text(sizes)}`, ...requests.map((request) => `  ${text(request)}`)];
}
