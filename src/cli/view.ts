import { basename } from "node:path";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { referenceSystem } from "../conformance/reference/system.ts";
import { runSuite } from "../conformance/run.ts";
import { runOfReference } from "../formats/run-of.ts";
import { createLayout } from "../memory/layout.ts";
import { type KernelName, type PresetName, worldsOf } from "../model/worlds.ts";
import { charts } from "../viewer/chart/charts.ts";
import { drawStatechart } from "../viewer/svg/draw.ts";
import { check } from "./check.ts";
import { suiteOf } from "./conform.ts";
import { expectPlace, write } from "./files.ts";
import { folderContent, pageText, readFile, withFile } from "./review-folder.ts";
import { noContent, pageTemplate, type ReviewContent, reviewPage } from "./review-page.ts";
import { createStatusLine } from "./status-line.ts";
import { UsageError } from "./usage.ts";
import { tool } from "./version.ts";

export interface ViewRequest {
  /** Where the page goes. */
  readonly out: string;
  /** A folder of reports; null: the kernel is checked now. */
  readonly run: string | null;
  /** Files to show beside it, of any of our formats. */
  readonly traces: readonly string[];
  /** null: what the folder has; without one, the seed. */
  readonly kernel: KernelName | null;
  /** null: quick. */
  readonly preset: PresetName | null;
}

/** Writes the review page. @returns the exit status */
export async function viewCommand(request: ViewRequest): Promise<number> {
  const { out, run, traces, kernel, preset } = request;
  if (run !== null && preset !== null) {
    throw new UsageError(`expected no --preset with --run, got ${preset}: ${run} has been checked`);
  }
  pageTemplate(); // what is wrong is told before the search
  const files = traces.map((path) => [basename(path), readFile(path)] as const);
  const own = run === null ? await checkedNow(request) : { ...folderContent(run), kernel };
  const content = files.reduce((all, [name, file]) => withFile(all, file, name), own);
  write(out, reviewPage(content));
  process.stdout.write(`${pageText(out)}\n`);
  return 0;
}

/** What a check, the default suite, and a run of it on the reference kernel say of a kernel. */
async function checkedNow(request: ViewRequest): Promise<ReviewContent> {
  const { kernel: asked, preset, out } = request;
  expectPlace(out);
  const kernel = asked ?? "seed";
  const report = await check({
    preset: preset ?? "quick",
    kernel,
    mutant: null,
    only: null,
    quiet: false,
  });
  const status = createStatusLine(false);
  status.say(`making a suite of ${kernel}`);
  const suite = suiteOf({ kernel, suite: null });
  const result = await runSuite({
    suite,
    system: () => referenceSystem(),
    onResult: ({ id }) => status.say(`running ${id}`),
  });
  status.say("");
  const run = runOfReference(suite, result, { tool, system: "reference kernel" });
  return { ...noContent, kernel, checks: [report], suites: [suite], runs: [run] };
}

/** Draws the call's statechart. @returns the exit status */
export async function drawCommand(svg: string): Promise<number> {
  const [world] = worldsOf("quick", "seed");
  if (!world) throw new RangeError("the preset quick has no world");
  const machine = kexecLoad(createLayout(world.bounds));
  const { exits } = charts.kexec_load;
  write(svg, await drawStatechart(machine, { exits }));
  process.stdout.write(`${svg}\n`);
  return 0;
}
