import { GuestError } from "./agent.ts";
import { EnvironmentError } from "./environment.ts";
import { buildInitramfs } from "./initramfs.ts";
import { crashImage, normalImage } from "./jump-images.ts";
import { type Jump, jumps, type Subject } from "./jumps.ts";
import type { Kernel } from "./kernels.ts";
import { startVm, type Vm } from "./vm.ts";

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
 * Makes jumps, each in a machine of its own.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws the signal's reason when it is aborted
 */
export async function runJumps(options: JumpOptions): Promise<JumpsRun> {
  const { kernel, only, onProgress = () => {} } = options;
  const began = performance.now();
  const tests: JumpTest[] = [];
  let release = "";
  for (const jump of jumps) {
    if (only?.includes(jump.name) === false) continue;
    onProgress(jump.name);
    const done = await runJump(jump, options);
    tests.push(done.test);
    release = done.release;
  }
  return {
    release,
    package: kernel.package,
    tests,
    total_ms: Math.round(performance.now() - began),
  };
}

async function runJump(
  jump: Jump,
  { kernel, signal }: JumpOptions,
): Promise<{ readonly release: string; readonly test: JumpTest }> {
  const initramfs = await buildInitramfs();
  const vm = await startVm({ kernel: kernel.path, initramfs, ...(signal && { signal }) });
  let keepLog = false;
  try {
    const subject = await subjectOf(vm);
    const expected = jump.expected(subject);
    const { got, isError } = await attempt(jump, subject);
    signal?.throwIfAborted();
    const outcome = isError ? "error" : got === expected ? "agrees" : "differs";
    keepLog = outcome !== "agrees";
    const log = await vm.stop({ keepLog });
    return { release: subject.release, test: { name: jump.name, outcome, expected, got, log } };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await vm.stop({ keepLog });
  }
}

/** What comes of a jump; a machine that goes wrong is a result, too. */
async function attempt(
  jump: Jump,
  subject: Subject,
): Promise<{ readonly got: string; readonly isError: boolean }> {
  try {
    return { got: await jump.make(subject), isError: false };
  } catch (error) {
    if (error instanceof GuestError) return { got: error.message, isError: true };
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
