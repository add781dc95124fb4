import { EnvironmentError } from "./environment.ts";
import { bootGuest, type Guest, isOfGuest, takeBack } from "./guest.ts";
import { crashImage, normalImage } from "./jump-images.ts";
import { type Jump, jumps, type Subject } from "./jumps.ts";
import type { Kernel } from "./kernels.ts";
import type { Vm } from "./vm.ts";

export interface JumpOptions {
  readonly kernel: Kernel;
  /** Names of jumps. Default: all. */
  readonly only?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (line: string) => void;
}

/** What became of the jumps on a kernel; plain data. */
export interface JumpsRun {
  /** What `uname -r` says in the guest. */
  readonly release: string;
  /** The kernel's package, or null for a file of the user's. */
  readonly package: string | null;
  readonly tests: readonly JumpTest[];
  readonly total_ms: number;
}

export interface JumpTest {
  readonly name: string;
  /** `error`: the machine crashed, hung or answered nonsense. */
  readonly outcome: "agrees" | "differs" | "error";
  /** What the calls return and what comes of the last one, in words. */
  readonly expected: string;
  readonly got: string;
  /** Path of the console log, which is kept when they differ. */
  readonly log: string | null;
}

/**
 * Makes jumps in one machine, which is taken back to what it was after its boot for each of them.
 * It is booted anew when it cannot be, or when a jump went wrong, whose console is kept.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws the signal's reason when it is aborted
 */
export async function runJumps(options: JumpOptions): Promise<JumpsRun> {
  const { kernel, only, signal, onProgress = () => {} } = options;
  const began = performance.now();
  const tests: JumpTest[] = [];
  let release = "";
  let guest: Guest | null = null;
  try {
    for (const jump of jumps) {
      if (only?.includes(jump.name) === false) continue;
      onProgress(jump.name);
      guest = await readyGuest(guest, options);
      release = guest.release;
      const test = await runJump(jump, guest);
      signal?.throwIfAborted();
      const log = test.outcome === "agrees" ? null : await guest.vm.stop({ keepLog: true });
      if (log !== null) guest = null;
      tests.push({ ...test, log });
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await guest?.vm.stop();
  }
  return {
    release,
    package: kernel.package,
    tests,
    total_ms: Math.round(performance.now() - began),
  };
}

/** A machine to which nothing has happened. */
async function readyGuest(last: Guest | null, { kernel, signal }: JumpOptions): Promise<Guest> {
  if (last !== null && (await takeBack(last))) return last;
  await last?.vm.stop();
  const guest = await bootGuest(kernel, signal);
  await guest.vm.save();
  return guest;
}

async function runJump(jump: Jump, { vm }: Guest): Promise<Omit<JumpTest, "log">> {
  const { name } = jump;
  const subject = await subjectOf(vm);
  const expected = jump.expected(subject);
  const { got, isError } = await attempt(jump, subject);
  const outcome = isError ? "error" : got === expected ? "agrees" : "differs";
  return { name, outcome, expected, got };
}

/** What comes of a jump; a machine that goes wrong is a result, too. */
async function attempt(
  jump: Jump,
  subject: Subject,
): Promise<{ readonly got: string; readonly isError: boolean }> {
  try {
    return { got: await jump.make(subject), isError: false };
  } catch (error) {
    if (isOfGuest(error)) return { got: error.message, isError: true };
    throw error;
  }
}

async function subjectOf(vm: Vm): Promise<Subject> {
  const machine = await vm.agent.hello();
  const { release, crashKernel } = machine;
  if (crashKernel === null) {
    throw new EnvironmentError(
      `expected ${release} to reserve a crash region, got none: is it built for kexec?`,
    );
  }
  return {
    vm,
    release,
    normal: normalImage(machine),
    crash: crashImage(crashKernel),
    region: crashKernel,
  };
}
