import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The Promela twin of the statechart. */
export const twin = fileURLToPath(new URL("../../spec/kexec-load.pml", import.meta.url));

export interface SpinModel {
  /** The twin, if nothing else is named. */
  readonly file?: string;
  /** Macros of the twin, such as `WORLD=RACE` or `SYMMETRY`. */
  readonly defines: readonly string[];
  /**
   * Options of gcc beside those that every run has. `-DBFS` goes to spin, too, and makes the search
   * breadth first, so that a run to a violation is a shortest one.
   */
  readonly flags?: readonly string[];
}

export interface SpinRun extends SpinModel {
  /** Options of the verifier: `-m` for the depth of its stack, `-w` for its hash table. */
  readonly panArgs?: readonly string[];
}

/** What one search of SPIN found. */
export interface SpinResult {
  readonly states: number;
  /** Stored and matched states: our steps, and one more for the initial state. */
  readonly transitions: number;
  /** Steps to the deepest state; breadth first, our depth less 1. */
  readonly depth: number;
  /** Wall-clock time of the search, its process included. */
  readonly seconds: number;
  readonly errors: number;
  /** Bytes of a state, before SPIN adds what finds it again. */
  readonly vector_bytes: number;
  /** What was violated, as SPIN prints it, and after how many steps; null without an error. */
  readonly error: { readonly message: string; readonly depth: number } | null;
}

/** The verifier of one model, ready to run. */
export interface Verifier {
  readonly run: (panArgs?: readonly string[]) => Promise<SpinResult>;
  /** Removes its files. */
  readonly remove: () => Promise<void>;
}

/** Compiles the twin with some macros, and searches it once. */
export async function runSpin({ panArgs, ...model }: SpinRun): Promise<SpinResult> {
  const verifier = await compileSpin(model);
  try {
    return await verifier.run(panArgs);
  } finally {
    await verifier.remove();
  }
}

/**
 * Makes the verifier of the twin: SPIN writes C, gcc compiles it.
 *
 * Only safety is judged, and no reduction leaves out states, so that they can be counted.
 *
 * @throws when spin or gcc does not accept its input
 */
export async function compileSpin({
  file = twin,
  defines,
  flags = [],
}: SpinModel): Promise<Verifier> {
  const folder = await mkdtemp(join(tmpdir(), "kexec-twin-"));
  const macros = flags.includes("-DBFS") ? [...defines, "BFS"] : defines;
  const spin = await execute("spin", ["-a", ...macros.map((macro) => `-D${macro}`), file], folder);
  // spin reports errors on its standard output, and ends with status 0 for some of them
  if (spin.status !== 0 || spin.output !== "") throw new Error(`spin: ${spin.output}`);
  const options = ["-w", "-DSAFETY", "-DNOREDUCE", ...flags, "-o", "pan", "pan.c"];
  const gcc = await execute("gcc", options, folder);
  if (gcc.status !== 0) throw new Error(`gcc: ${gcc.output}`);
  return {
    run: async (panArgs = []) => {
      const began = performance.now();
      const { output } = await execute(join(folder, "pan"), ["-n", ...panArgs], folder);
      return readOutput(output, (performance.now() - began) / 1000);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/**
 * Reads what a verifier prints.
 *
 * @throws when the search was not complete, for another reason than an error in the model
 */
export function readOutput(output: string, seconds: number): SpinResult {
  const count = (pattern: RegExp): number => {
    const [, digits] = pattern.exec(output) ?? [];
    if (digits === undefined)
      throw new Error(`expected ${pattern} in SPIN's output, got ${output}`);
    return Number(digits);
  };
  // an error of the model is announced by a line such as `pan:1: assertion violated .. (at depth 22)`
  const [, message, at] = /^pan:\d+: (.*) \(at depth (\d+)\)$/m.exec(output) ?? [];
  if (message === undefined && /max search depth too small|out of memory|aborted/.test(output)) {
    throw new Error(`expected a complete search, got ${output}`);
  }
  return {
    states: count(/^ *([\d.e+]+) states, stored/m),
    transitions: count(/^ *([\d.e+]+) transitions/m),
    depth: count(/depth reached (\d+)/),
    errors: count(/errors: (\d+)/),
    vector_bytes: count(/State-vector (\d+) byte/),
    seconds,
    error: message === undefined ? null : { message, depth: Number(at) },
  };
}

/** The first program that a run needs and PATH does not have, or null. */
export function missingProgram(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const isThere = (program: string): boolean =>
    folders.some((folder) => {
      try {
        accessSync(join(folder, program), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return ["spin", "gcc"].find((program) => !isThere(program)) ?? null;
}

function execute(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((done, fail) => {
    execFile(program, args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") fail(error);
      else
        done({ status: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
    });
  });
}
