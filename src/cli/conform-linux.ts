import { type B8Run, runB8 } from "../conformance/linux/b8.ts";
import { EnvironmentError } from "../conformance/linux/environment.ts";
import { findKernel, type Kernel } from "../conformance/linux/kernels.ts";
import { type LinuxRun, type LinuxTest, runLinux } from "../conformance/linux/run-linux.ts";
import { runOfLinux } from "../formats/run-of.ts";
import { type ConformRequest, saveRun, suiteOf } from "./conform.ts";
import { tally } from "./render.ts";
import { prepareFolder } from "./review-folder.ts";
import { paint, wrap } from "./text.ts";
import { UsageError } from "./usage.ts";
import { tool } from "./version.ts";

export interface LinuxRequest extends ConformRequest {
  /** A bzImage of the user's; null: Debian's kernel of that version. */
  readonly image: string | null;
  /** Also make B8 happen through the debugger. */
  readonly b8: boolean;
}

/**
 * Runs a suite on an unmodified kernel in QEMU.
 *
 * @returns the exit status: 0 conforms, 1 diverges, 3 a test could not be run
 */
export async function conformLinux(request: LinuxRequest): Promise<number> {
  const { kernel: name, groups, image, json } = request;
  if (name !== "5.10" && name !== "6.1") {
    throw new UsageError(`expected a kernel that can be booted (5.10, 6.1), got "${name}"`);
  }
  if (request.report !== null) prepareFolder(request.report);
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort(new EnvironmentError("interrupted"));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const say = (line: string): void => {
    if (!json && process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line.slice(0, 79)}`);
  };
  try {
    const kernel = await findKernel({ name, onProgress: say, ...(image && { path: image }) });
    const common = { kernel, signal: interrupt.signal, onProgress: say };
    const suite = suiteOf(request);
    const run = await runLinux({
      ...common,
      suite,
      onTest: ({ id }) => say(id),
      ...(groups && { groups }),
    });
    const b8 = request.b8 ? await runB8({ ...common, name }) : null;
    say("");
    const text = json
      ? JSON.stringify({ schema: 1, tool, target: "linux", kernel, run, b8 }, null, 2)
      : [...renderRun(kernel, run), ...(b8 ? renderB8(b8) : [])].join("\n");
    process.stdout.write(`${text}\n`);
    if (request.report !== null) {
      saveRun(request.report, suite, { run: runOfLinux(suite, run, tool), json });
    }
    return status(run, b8);
  } finally {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  }
}

function status({ tests }: LinuxRun, b8: B8Run | null): number {
  const has = (kind: LinuxTest["outcome"]["kind"]): boolean =>
    tests.some(({ outcome }) => outcome.kind === kind);
  if (has("diverged") || b8?.agrees === false) return 1;
  return has("error") || !has("passed") ? 3 : 0;
}

function renderRun(kernel: Kernel, { release, tests, transitions, ...times }: LinuxRun): string[] {
  const count = (kind: string): number =>
    tests.filter(({ outcome }) => outcome.kind === kind).length;
  const boots = times.boots_ms.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(", ");
  return [
    paint("bold", `${tool}: Linux ${release}`),
    `  ${wrap(kernel.package ?? kernel.path, 4)}`,
    `  ${count("passed")} tests conform, ${count("diverged")} diverge, ${count("error")} errors, ` +
      `${count("skipped")} skipped`,
    `  ${transitions.executed.length} transitions of the statechart executed, ` +
      `${transitions.missing.length} not`,
    `  ${(times.total_ms / 1000).toFixed(1)} s in all; boots: ${boots}`,
    ...tests.flatMap(renderTest),
    ...reasons(transitions.missing).map(
      ([reason, n]) => `  ${wrap(`${n} transitions not executed: ${reason}`, 4)}`,
    ),
    ...skipped(tests),
  ];
}

function renderTest({ id, outcome }: LinuxTest): string[] {
  if (outcome.kind === "error") {
    const log = outcome.log === null ? "" : `; console log: ${outcome.log}`;
    return [`  ${wrap(`${id}: ERROR ${outcome.reason}${log}`, 4)}`];
  }
  if (outcome.kind !== "diverged") return [];
  return outcome.divergences.map(({ step, label, what, model, kernel }) => {
    const text = `${id}, step ${step + 1}, ${label}: ${what}: expected ${model}, got ${kernel}`;
    return `  ${paint("red", "diverges")} ${wrap(text, 4)}`;
  });
}

function skipped(tests: readonly LinuxTest[]): string[] {
  const why = tests.flatMap(({ outcome }) => (outcome.kind === "skipped" ? [outcome] : []));
  return reasons(why).map(([reason, n]) => `  ${wrap(`${n} tests skipped: ${reason}`, 4)}`);
}

/** The most frequent reasons first. */
function reasons(given: Parameters<typeof tally>[0]): [string, number][] {
  return tally(given).sort(([, a], [, b]) => b - a);
}

function renderB8({ calls, agrees, model }: B8Run): string[] {
  return [
    paint("bold", "B8, from the checker's own run, with QEMU's debugger"),
    `  model: ${model.result}, ${model.lost_frames} frame lost`,
    ...calls.map(({ fails, result, lost_frames }) => {
      const frames = `${lost_frames} frame${lost_frames === 1 ? "" : "s"} lost`;
      return `  ${wrap(`fails: ${fails}: ${result}, ${frames}`, 4)}`;
    }),
    agrees ? "  the kernel loses what the model says" : paint("red", "  the kernel differs"),
  ];
}
