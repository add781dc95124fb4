import { availableParallelism } from "node:os";
import { mapLimited } from "../base/map-limited.ts";
import { type B8Run, runB8, transitionsOfB8 } from "../conformance/linux/b8.ts";
import { type BugsRun, runBugs, transitionsOfBugs } from "../conformance/linux/bug-tests.ts";
import type { DebianKernelName } from "../conformance/linux/debian-kernels.ts";
import { EnvironmentError } from "../conformance/linux/environment.ts";
import { runTraces, type TraceRun } from "../conformance/linux/function-trace/run-traces.ts";
import { type JumpsRun, type JumpTest, runJumps } from "../conformance/linux/jump-tests.ts";
import { findKernel, type Kernel, replacedPackage } from "../conformance/linux/kernels.ts";
import { type OutsideRun, runOutside } from "../conformance/linux/outside/run-outside.ts";
import { imageVersion, profileOf } from "../conformance/linux/profile.ts";
import { type LinuxRun, type LinuxTest, runLinux } from "../conformance/linux/run-linux.ts";
import { runWalk, type WalkRun } from "../conformance/linux/walk/run-walk.ts";
import { withSightings } from "../conformance/transition-count.ts";
import { type LinuxOutcome, resultsOfLinux } from "../formats/results/of-run.ts";
import type { Results } from "../formats/results/results.ts";
import { runOfLinux } from "../formats/run-of.ts";
import type { Suite } from "../testgen/suite.ts";
import { type ConformRequest, suiteOf } from "./conform.ts";
import { tellPage } from "./files.ts";
import { movedText } from "./kernels.ts";
import { prepareOutputs, writeOutputs } from "./outputs.ts";
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
  /** Also replay the known bugs. */
  readonly bugs: boolean;
  /** Also leave the kernel for images of ours. */
  readonly jumps: boolean;
  /** Also look at the machine from outside, call by call. */
  readonly outside: boolean;
  /** Also follow the kernel's own function trace through the statechart. */
  readonly functionTrace: boolean;
  /** Also take so many steps of the statechart at random; null: none. */
  readonly walk: { readonly steps: number; readonly seed: number } | null;
}

/** What became of one kernel. */
export type KernelResult = KernelRun | KernelFailure;

export interface KernelRun {
  readonly name: DebianKernelName;
  readonly kernel: Kernel;
  readonly run: LinuxRun;
  readonly b8: B8Run | null;
  readonly bugs: BugsRun | null;
  readonly jumps: JumpsRun | null;
  readonly outside: OutsideRun | null;
  readonly functionTrace: TraceRun | null;
  readonly walk: WalkRun | null;
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
  prepareOutputs(request.outputs, request);
  if (report !== null) prepareFolder(report);
  const began_ms = Date.now();
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
    const document = documentOf(results);
    tell(results, json ? document : null);
    writeOutputs(request.outputs, {
      results: resultsOf(request, { results, suites, began_ms }),
      json: document,
    });
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
  { image, groups, b8, bugs, jumps, outside, functionTrace, walk }: LinuxRequest,
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
  const traces = functionTrace ? await runTraces({ ...common, suite }) : null;
  const losses = b8 ? await runB8({ ...common, name }) : null;
  const replayed = bugs ? await runBugs(common) : null;
  const seen = {
    ...traces?.transitions,
    ...(losses && transitionsOfB8(losses)),
    ...(replayed && transitionsOfBugs(replayed)),
  };
  return {
    name,
    kernel,
    run: { ...run, transitions: withSightings(name, run.transitions, seen) },
    b8: losses,
    bugs: replayed,
    jumps: jumps ? await runJumps(common) : null,
    outside: outside ? await runOutside({ ...common, suite }) : null,
    functionTrace: traces,
    walk: walk && (await runWalk({ ...common, ...walk, name })),
  };
}

/** The kernel of the model that an image is: its header says it, and the guest again later. */
async function profileOfImage(path: string): Promise<DebianKernelName> {
  const { release, version } = await imageVersion(path);
  return profileOf(release, version);
}

function suiteFor({ suite }: LinuxRequest, kernel: DebianKernelName): Suite {
  return suiteOf({ kernel, suite });
}

/** The results as JSON. */
function documentOf(results: readonly KernelResult[]): string {
  const facts = { schema: 1, tool, target: "linux" };
  const lone = loneOf(results);
  return JSON.stringify(lone ? { ...facts, ...lone } : { ...facts, kernels: results }, null, 2);
}

/** The one kernel that was asked for, if it was run. */
function loneOf([first, ...others]: readonly KernelResult[]): KernelRun | null {
  return others.length === 0 && first && "run" in first ? first : null;
}

/** @param document what to print instead, or null */
function tell(results: readonly KernelResult[], document: string | null): void {
  const lone = loneOf(results);
  const text = document ?? (lone ? renderOne(lone) : renderMatrix(results)).join("\n");
  process.stdout.write(`${text}\n`);
}

interface Told extends Pick<Saved, "results" | "suites"> {
  readonly began_ms: number;
}

function resultsOf(request: LinuxRequest, { results, suites, began_ms }: Told): Results {
  const outcomes = results.map((result): LinuxOutcome => {
    if ("failure" in result) return result;
    const { name, run, ...more } = result;
    const suite = suites.get(name) ?? suiteFor(request, name);
    return { name, run: runOfLinux(suite, run, tool), ...more };
  });
  const { image, suite: file } = request;
  const command = (kernel: string): string => {
    const which = image === null ? `--kernel ${kernel}` : `--image ${image}`;
    return `kexec-model conform --target linux ${which}${file === null ? "" : ` --suite ${file}`}`;
  };
  return resultsOfLinux(outcomes, { tool, command, began_ms, ended_ms: Date.now() });
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

/** Whether a call's function trace is none that the statechart has. */
function leavesStatechart({ functionTrace }: KernelRun): boolean {
  if (functionTrace === null) return false;
  const { calls, outcomes } = functionTrace;
  return calls.some(({ blockedBy }) => blockedBy !== null) || outcomes.blocked.length > 0;
}

function exitStatus(results: readonly KernelResult[]): number {
  const runs = results.flatMap((result) => ("run" in result ? [result] : []));
  const hasNo = ({ tests }: LinuxRun, kind: LinuxTest["outcome"]["kind"]): boolean =>
    tests.every(({ outcome }) => outcome.kind !== kind);
  const someJump = ({ jumps }: KernelRun, outcome: JumpTest["outcome"]): boolean =>
    jumps?.tests.some((test) => test.outcome === outcome) === true;
  const someLook = ({ outside }: KernelRun, kind: LinuxTest["outcome"]["kind"]): boolean =>
    outside?.tests.some(({ outcome }) => outcome.kind === kind) === true;
  const differs = (result: KernelRun): boolean =>
    !hasNo(result.run, "diverged") ||
    result.b8?.agrees === false ||
    result.bugs?.bugs.some(({ expected, got }) => expected !== got) === true ||
    someJump(result, "differs") ||
    someLook(result, "diverged") ||
    leavesStatechart(result) ||
    (result.walk !== null && result.walk.divergence !== null);
  if (runs.some(differs)) return 1;
  if (runs.some((result) => someJump(result, "error") || someLook(result, "error"))) return 3;
  const isRun = runs.every(({ run }) => hasNo(run, "error") && !hasNo(run, "passed"));
  return isRun && runs.length === results.length ? 0 : 3;
}
