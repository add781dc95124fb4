import { availableParallelism } from "node:os";
import { mapLimited } from "../base/map-limited.ts";
import { type B8Run, runB8 } from "../conformance/linux/b8.ts";
import type { DebianKernelName } from "../conformance/linux/debian-kernels.ts";
import { EnvironmentError } from "../conformance/linux/environment.ts";
import { findKernel, type Kernel, replacedPackage } from "../conformance/linux/kernels.ts";
import { imageVersion, profileOf } from "../conformance/linux/profile.ts";
import { type LinuxRun, type LinuxTest, runLinux } from "../conformance/linux/run-linux.ts";
import { runOfLinux } from "../formats/run-of.ts";
import type { Suite } from "../testgen/suite.ts";
import { tellPage } from "./check.ts";
import { type ConformRequest, suiteOf } from "./conform.ts";
import { movedText } from "./kernels.ts";
import { renderMatrix, renderOne } from "./render-linux.ts";
import { prepareFolder, saveReports } from "./review-folder.ts";
import { createStatusLine, type StatusLine } from "./status-line.ts";
import { tool } from "./version.ts";

export interface LinuxRequest extends Omit<ConformRequest, "kernel"> {
  readonly kernels: readonly DebianKernelName[];
  /** A bzImage of the user's, in place of `kernels`; its version says which kernel it is. */
  readonly image: string | null;
  /** Also make B8 happen through the debugger. */
  readonly b8: boolean;
}

/** What became of one kernel. */
export type KernelResult = KernelRun | KernelFailure;

export interface KernelRun {
  readonly name: DebianKernelName;
  readonly kernel: Kernel;
  readonly run: LinuxRun;
  readonly b8: B8Run | null;
}

/** A kernel that could not be had or did not boot. */
export interface KernelFailure {
  readonly name: DebianKernelName;
  readonly failure: string;
}

/** More machines than that only slow each other down: each has two processors of its own. */
const MACHINES_MAX = 2;

/**
 * Runs a suite on unmodified kernels in QEMU, two at a time.
 *
 * @returns the exit status: 0 all conform, 1 one diverges, 3 a test or a kernel could not be run
 */
export async function conformLinux(request: LinuxRequest): Promise<number> {
  const { image, json, report } = request;
  if (report !== null) prepareFolder(report);
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort(new EnvironmentError("interrupted"));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const status = createStatusLine(json);
  try {
    const names = image === null ? request.kernels : [await profileOfImage(image)];
    const suites = new Map(names.map((name) => [name, suiteFor(request, name)]));
    const only = names.length === 1;
    const limit = Math.min(MACHINES_MAX, availableParallelism());
    const results = await mapLimited(names, limit, async (name): Promise<KernelResult> => {
      const suite = suites.get(name) ?? suiteFor(request, name);
      try {
        return await runKernel(request, { name, suite, status, signal: interrupt.signal });
      } catch (error) {
        const isKnown = error instanceof EnvironmentError && !interrupt.signal.aborted;
        if (only || !isKnown) throw error;
        status.warn(`${name}: ${error.message}`);
        return { name, failure: error.message };
      }
    });
    status.say("");
    tell(results, json);
    if (report !== null) save(report, { results, suites, json });
    return exitStatus(results);
  } finally {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  }
}

interface KernelJob {
  readonly name: DebianKernelName;
  readonly suite: Suite;
  readonly status: StatusLine;
  readonly signal: AbortSignal;
}

async function runKernel(
  { image, groups, b8 }: LinuxRequest,
  { name, suite, status, signal }: KernelJob,
): Promise<KernelRun> {
  const onProgress = (line: string): void => status.say(`${name}: ${line}`);
  const kernel = await findKernel({ name, onProgress, ...(image !== null && { path: image }) });
  const replaced = replacedPackage(name, kernel);
  if (replaced !== null) status.warn(movedText(name, kernel, replaced));
  const common = { kernel, signal, onProgress };
  const run = await runLinux({
    ...common,
    suite,
    profile: name,
    onTest: ({ id }) => onProgress(id),
    ...(groups && { groups }),
  });
  return { name, kernel, run, b8: b8 ? await runB8({ ...common, name }) : null };
}

/** The kernel of the model that an image is: its header says it, and the guest again later. */
async function profileOfImage(path: string): Promise<DebianKernelName> {
  const { release, version } = await imageVersion(path);
  return profileOf(release, version);
}

function suiteFor({ suite }: LinuxRequest, kernel: DebianKernelName): Suite {
  return suiteOf({ kernel, suite });
}

function tell(results: readonly KernelResult[], json: boolean): void {
  const [first] = results;
  const lone = results.length === 1 && first && "run" in first ? first : null;
  const facts = { schema: 1, tool, target: "linux" };
  if (json) {
    const all = lone ? { ...facts, ...lone } : { ...facts, kernels: results };
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return;
  }
  const lines = lone ? renderOne(lone) : renderMatrix(results);
  process.stdout.write(`${lines.join("\n")}\n`);
}

interface Saved {
  readonly results: readonly KernelResult[];
  readonly suites: ReadonlyMap<DebianKernelName, Suite>;
  readonly json: boolean;
}

function save(folder: string, { results, suites, json }: Saved): void {
  const done = results.flatMap((result) => {
    const suite = suites.get(result.name);
    return suite && "run" in result ? [{ suite, run: result.run }] : [];
  });
  const [first] = done;
  if (first === undefined) return;
  const reports = done.flatMap(({ suite, run }) => [
    { kind: "suite" as const, suite },
    { kind: "run" as const, run: runOfLinux(suite, run, tool) },
  ]);
  tellPage(saveReports(folder, reports, first.suite.kernel), { json });
}

function exitStatus(results: readonly KernelResult[]): number {
  const runs = results.flatMap((result) => ("run" in result ? [result] : []));
  const hasNo = ({ tests }: LinuxRun, kind: LinuxTest["outcome"]["kind"]): boolean =>
    tests.every(({ outcome }) => outcome.kind !== kind);
  if (runs.some(({ run, b8 }) => !hasNo(run, "diverged") || b8?.agrees === false)) return 1;
  const isRun = runs.every(({ run }) => hasNo(run, "error") && !hasNo(run, "passed"));
  return isRun && runs.length === results.length ? 0 : 3;
}
