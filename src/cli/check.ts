import { appendFileSync, writeFileSync } from "node:fs";
import { kexecProperties } from "../../properties/index.ts";
import { messageOf } from "../base/message.ts";
import { junit } from "../formats/junit.ts";
import { createLayout } from "../memory/layout.ts";
import { aggregate } from "../model/aggregate.ts";
import { literalOf } from "../model/literal.ts";
import type { MutantName } from "../model/mutants.ts";
import type { CheckReport } from "../model/report.ts";
import { type KernelName, type PresetName, worldsOf } from "../model/worlds.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { WorkerJob } from "./job.ts";
import { exploreWorlds } from "./pool.ts";
import { renderCheck } from "./render.ts";
import { prepareFolder, saveReports } from "./review-folder.ts";
import { RunError } from "./usage.ts";
import { tool } from "./version.ts";

/** What can be asked of a check; `only` restricts it to one property. */
export interface CheckRequest {
  readonly preset: PresetName;
  readonly kernel: KernelName;
  readonly mutant: MutantName | null;
  readonly only: string | null;
  readonly limits?: WorkerJob["limits"];
  readonly quiet: boolean;
  /** See `CheckJob`. */
  readonly workers?: number;
  readonly statistics?: boolean;
  readonly checkpoints?: Checkpoints;
}

export interface CheckOutput {
  readonly json: boolean;
  readonly junit: string | null;
  /** A folder for the report and the page that shows it. */
  readonly report: string | null;
}

/** Explores all worlds of a preset and puts the reports together. */
export async function check(request: CheckRequest): Promise<CheckReport> {
  const { preset, kernel, mutant, only } = request;
  const { limits = {}, workers = null, statistics = false, checkpoints = null, ...rest } = request;
  const worlds = await exploreWorlds({ ...rest, limits, workers, statistics, checkpoints });
  const layout = layoutOf(preset, kernel);
  return aggregate({
    tool,
    kernel,
    preset,
    mutant,
    worlds,
    claims: kexecProperties(layout).filter(({ name }) => only === null || name === only),
    literal: literalOf(layout),
    coverageMatters: preset === "standard" && only === null,
  });
}

function layoutOf(preset: PresetName, kernel: KernelName): ReturnType<typeof createLayout> {
  const [world] = worldsOf(preset, kernel);
  if (!world) throw new RangeError(`preset ${preset} has no world`);
  return createLayout(world.bounds);
}

/** Runs `check` and prints what it found. @returns the exit status */
export async function checkCommand(request: CheckRequest, output: CheckOutput): Promise<number> {
  // a bad path is told before the search
  if (output.junit !== null) write(output.junit, "");
  if (output.report !== null) prepareFolder(output.report);
  const report = await check(request);
  if (output.junit !== null) write(output.junit, junit(report));
  const text = output.json ? JSON.stringify(report, null, 2) : renderCheck(report);
  process.stdout.write(`${text}\n`);
  if (output.report !== null) {
    tellPage(saveReports(output.report, [{ kind: "check", check: report }], report.kernel), output);
  }
  return exitStatus(report);
}

/** Says where the page is; who asked for JSON gets nothing else on the standard output. */
export function tellPage(page: string, { json }: { readonly json: boolean }): void {
  (json ? process.stderr : process.stdout).write(`${page}\n`);
}

/** Writes a file, and says what is wrong when it cannot. */
export function write(file: string, text: string): void {
  orRunError(file, () => writeFileSync(file, text));
}

/** Says what is wrong with a place before what is to be written there has been found out. */
export function expectPlace(file: string): void {
  orRunError(file, () => appendFileSync(file, ""));
}

function orRunError(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const why = messageOf(error);
    throw new RunError(`expected to write ${file}, got: ${why}`);
  }
}

export function exitStatus({ verdict }: CheckReport): number {
  return { holds: 0, violated: 1, incomplete: 3 }[verdict];
}
