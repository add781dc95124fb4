import { kexecProperties } from "../../properties/index.ts";
import { messageOf } from "../base/message.ts";
import { referenceSystem } from "../conformance/reference/system.ts";
import { runSuite, type TestResult } from "../conformance/run.ts";
import { differenceText } from "../conformance/system.ts";
import { createLayout } from "../memory/layout.ts";
import { runWorld } from "../model/run.ts";
import type { KernelName } from "../model/worlds.ts";
import { generate } from "../testgen/generate.ts";
import { compareGraphs, type Equivalence } from "./equivalence.ts";
import { isOfProperty, judgeWorld, type WorldVerdict } from "./judge.ts";
import { watching } from "./reached.ts";
import type { Refutation } from "./result.ts";
import { type Setting, settingText, worldIn } from "./settings.ts";
import { type Subject, subjects } from "./subjects.ts";

/** A part of a mutation run that a thread can do by itself. */
export type Job =
  /** Explores the model, and finds which mutants differ there. */
  | { readonly kind: "baseline"; readonly setting: Setting; readonly names: readonly string[] }
  /** Tries a mutant in one setting after the other, until a property fails. */
  | { readonly kind: "judge"; readonly name: string; readonly settings: readonly SizedSetting[] }
  /** Compares the graphs of the model and some mutants. */
  | {
      readonly kind: "compare";
      readonly names: readonly string[];
      readonly setting: SizedSetting;
    }
  /** Looks for a counterexample of one property, whatever else breaks. */
  | {
      readonly kind: "refute";
      readonly name: string;
      readonly property: string;
      readonly settings: readonly Setting[];
    }
  /** Makes the suite of a mutant, and runs it on the reference kernel. */
  | { readonly kind: "suite"; readonly name: string; readonly kernel: KernelName };

/** A setting, and how many states the model has there. */
export interface SizedSetting extends Setting {
  readonly states: number;
}

export interface Baseline {
  readonly setting: Setting;
  readonly verdict: WorldVerdict;
  readonly differs: readonly string[];
  readonly compared: readonly (readonly [name: string, times: number])[];
}

export interface Judged {
  readonly name: string;
  readonly verdicts: readonly { readonly setting: Setting; readonly verdict: WorldVerdict }[];
}

export interface Compared {
  readonly setting: Setting;
  readonly equivalences: readonly (readonly [name: string, equivalence: Equivalence])[];
}

/** Where a mutant's own suite first differs from the reference kernel; null: it does not. */
export interface SuiteVerdict {
  readonly name: string;
  readonly found: string | null;
}

/** The first setting in which a property fails; null: in none. */
export interface Refuted {
  readonly property: string;
  readonly refutation: Refutation | null;
}

export type Result = Baseline | Judged | Compared | Refuted | SuiteVerdict;

/** A mutant may have so many times the states of the model before its search is cut off. */
const growthMax = 4;
const statesMin = 2000;

/** Does a job, in this thread. */
export async function perform(job: Job): Promise<Result> {
  switch (job.kind) {
    case "baseline":
      return baseline(job.setting, job.names);
    case "judge":
      return judge(job.name, job.settings);
    case "compare": {
      const { names, setting } = job;
      const edits = Object.fromEntries(names.map((name) => [name, subject(name)]));
      const found = compareGraphs(worldIn(setting), edits, statesMax(setting));
      return { setting, equivalences: [...found] };
    }
    case "refute":
      return { property: job.property, refutation: refute(job) };
    case "suite":
      return { name: job.name, found: await suite(job.name, job.kernel) };
  }
}

/** @throws RangeError when there is no such mutant */
export function subject(name: string): Subject {
  const found = subjects()[name];
  if (!found) throw new RangeError(`there is no mutant "${name}"`);
  return found;
}

function statesMax({ states }: SizedSetting): number {
  return growthMax * states + statesMin;
}

function baseline(setting: Setting, names: readonly string[]): Baseline {
  const world = worldIn(setting);
  const mutants = Object.fromEntries(names.map((name) => [name, subject(name)]));
  const { edit, reached } = watching(createLayout(world.bounds), mutants);
  const verdict = judgeWorld(world, edit, Infinity);
  return { setting, verdict, differs: [...reached.differs], compared: [...reached.compared] };
}

function judge(name: string, settings: readonly SizedSetting[]): Judged {
  const verdicts: { setting: Setting; verdict: WorldVerdict }[] = [];
  let noticed: Setting | null = null;
  for (const setting of settings) {
    // what every check notices, a property of the same kernel may notice, too
    if (noticed && setting.kernel !== noticed.kernel) continue;
    const verdict = judgeWorld(worldIn(setting), subject(name), statesMax(setting));
    verdicts.push({ setting, verdict });
    if (verdict.broken.some(isOfProperty)) break;
    if (verdict.broken.length > 0) noticed ??= setting;
  }
  return { name, verdicts };
}

function refute({ name, property, settings }: Extract<Job, { kind: "refute" }>): Refutation | null {
  for (const setting of settings) {
    const report = runWorld({
      world: worldIn(setting),
      properties: (layout) => kexecProperties(layout).filter((one) => one.name === property),
      edit: subject(name),
    });
    const [found] = report.properties;
    if (found?.outcome !== "violated" || !found.trace) continue;
    return { mutant: name, where: settingText(setting), steps: found.trace.steps.length };
  }
  return null;
}

async function suite(name: string, kernel: KernelName): Promise<string | null> {
  const edit = subject(name);
  try {
    const made = generate({
      tool: "mutate",
      kernel,
      cover: "transitions",
      seed: 1,
      tests: 0,
      edit,
    });
    const { results } = await runSuite({ suite: made, system: () => referenceSystem(), edit });
    const failed = results.find(({ outcome }) => outcome !== "conforms");
    return failed ? `${kernel} ${failureText(failed)}` : null;
  } catch (error) {
    return `${kernel}: no suite can be made of it: ${messageOf(error).split("\n")[0]}`;
  }
}

function failureText(result: TestResult): string {
  if (result.outcome === "conforms") return "conforms";
  if (result.outcome === "error") return `${result.id}: ${result.message}`;
  const { step, label, differences } = result.divergence;
  return `${result.id}, step ${step + 1}, ${label}: ${differences.map(differenceText).join("; ")}`;
}
