import { kexecProperties } from "../../properties/index.ts";
import { resultsOfCheck } from "../formats/results/of-check.ts";
import { createLayout } from "../memory/layout.ts";
import { aggregate } from "../model/aggregate.ts";
import { literalOf } from "../model/literal.ts";
import type { MutantName } from "../model/mutants.ts";
import type { CheckReport, WorldReport } from "../model/report.ts";
import { type KernelName, type PresetName, worldsOf } from "../model/worlds.ts";
import {
  type BaselineRequest,
  baselineOutcome,
  baselineSuite,
  openBaseline,
  tellBaseline,
} from "./check-baseline.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { tellPage } from "./files.ts";
import type { WorkerJob } from "./job.ts";
import { type Output, prepareOutputs, writeOutputs } from "./outputs.ts";
import { exploreWorlds } from "./pool.ts";
import { renderCheck } from "./render.ts";
import { prepareFolder, saveReports } from "./review-folder.ts";
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
  readonly outputs: readonly Output[];
  /** A folder for the report and the page that shows it. */
  readonly report: string | null;
  readonly baseline: BaselineRequest | null;
}

/** Explores all worlds of a preset and puts the reports together. */
export async function check(request: CheckRequest): Promise<CheckReport> {
  return (await exploreAll(request)).report;
}

/** A check, and what it found in each world. */
interface Explored {
  readonly report: CheckReport;
  readonly worlds: readonly WorldReport[];
}

async function exploreAll(request: CheckRequest): Promise<Explored> {
  const { preset, kernel, mutant, only } = request;
  const { limits = {}, workers = null, statistics = false, checkpoints = null, ...rest } = request;
  const worlds = await exploreWorlds({ ...rest, limits, workers, statistics, checkpoints });
  const layout = layoutOf(preset, kernel);
  const report = aggregate({
    tool,
    kernel,
    preset,
    mutant,
    worlds,
    claims: kexecProperties(layout).filter(({ name }) => only === null || name === only),
    literal: literalOf(layout),
    coverageMatters: preset === "standard" && only === null,
  });
  return { report, worlds };
}

function layoutOf(preset: PresetName, kernel: KernelName): ReturnType<typeof createLayout> {
  const [world] = worldsOf(preset, kernel);
  if (!world) throw new RangeError(`preset ${preset} has no world`);
  return createLayout(world.bounds);
}

/** Runs `check` and prints what it found. @returns the exit status */
export async function checkCommand(request: CheckRequest, output: CheckOutput): Promise<number> {
  // a bad path is told before the search
  const { json, outputs, baseline } = output;
  prepareOutputs(outputs, output);
  if (output.report !== null) prepareFolder(output.report);
  const known = baseline && openBaseline(baseline);
  const began_ms = Date.now();
  const { report, worlds } = await exploreAll(request);
  const compared = known && baselineOutcome(known, report, worlds);
  const results = resultsOfCheck(report, { began_ms, ended_ms: Date.now() });
  const document = JSON.stringify(report, null, 2);
  process.stdout.write(`${json ? document : renderCheck(report)}\n`);
  if (compared) tellBaseline(compared, output);
  const suites = compared ? [...results.suites, baselineSuite(compared)] : results.suites;
  writeOutputs(outputs, { results: { ...results, suites }, json: document });
  if (output.report !== null) {
    tellPage(saveReports(output.report, [{ kind: "check", check: report }], report.kernel), output);
  }
  const status = exitStatus(report);
  return status === 0 && compared && compared.differences.length > 0 ? 1 : status;
}

export function exitStatus({ verdict }: CheckReport): number {
  return { holds: 0, violated: 1, incomplete: 3 }[verdict];
}
