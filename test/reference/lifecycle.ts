import { expect } from "vitest";
import { KEXEC_PRESERVE_CONTEXT } from "../../src/kernel/kexec.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import {
  KEXEC_FILE_ON_CRASH,
  KEXEC_FILE_UNLOAD,
  type KexecFileLoadRequest,
} from "../../src/reference/kexec-file-load.ts";
import type { Profile } from "../../src/reference/profiles.ts";
import type { RebootRequest } from "../../src/reference/reboot.ts";
import type { UserSegment } from "../../src/reference/state.ts";
import type { StepName } from "../../src/reference/step.ts";
import type { Thread } from "../../src/reference/thread.ts";
import {
  at,
  crashLoad,
  type Decide,
  finish,
  load,
  run,
  segment,
  smallKernel,
  stepNamesOf,
  usual,
} from "./helpers.ts";

/** A file load that every gate lets pass. */
export function fileLoad(
  segments: readonly UserSegment[],
  changes: Partial<KexecFileLoadRequest> = {},
): KexecFileLoadRequest {
  return { capSysBoot: true, flags: 0, entry: 0x40n, ...changes, segments };
}

/** The same for a crash image that starts with the crash region. */
export function crashFileLoad(
  segments: readonly UserSegment[],
  changes: Partial<KexecFileLoadRequest> = {},
): KexecFileLoadRequest {
  return fileLoad(segments, { flags: KEXEC_FILE_ON_CRASH, entry: at(16), ...changes });
}

export const fileUnload = fileLoad([], { flags: KEXEC_FILE_UNLOAD });
export const crashFileUnload = fileLoad([], { flags: KEXEC_FILE_UNLOAD | KEXEC_FILE_ON_CRASH });

/** A call of reboot that every gate lets pass. */
export const goodReboot: RebootRequest = {
  capSysBoot: true,
  magic: true,
  childPidNamespace: false,
};

export const normal = load([segment(26, 2)]);
export const crash = crashLoad([segment(20, 2)]);
export const jumpable = load([segment(26, 2)], { flags: KEXEC_PRESERVE_CONTEXT });

/** A kernel with an image in both slots. */
export function loadedKernel(profile: Profile, changes: object = {}): ReferenceKernel {
  const kernel = smallKernel({ profile, ...changes });
  expect(run(kernel, profile.kexecJump ? jumpable : normal).result).toBe("0");
  expect(run(kernel, crash).result).toBe("0");
  return kernel;
}

/** Runs a thread until it stands before a step. */
export function goTo(kernel: ReferenceKernel, thread: Thread, name: StepName): Thread {
  for (let { step } = thread; step?.step !== name; step = thread.next(usual(kernel, step))) {
    if (step === null) throw new Error(`expected ${name}, got the end`);
  }
  return thread;
}

/** What a thread returns, by name, and its steps. */
export function outcome(
  kernel: ReferenceKernel,
  thread: Thread,
  decide?: Decide,
): [result: string, ...steps: string[]] {
  const done = finish(kernel, thread, decide);
  return [done.result, ...stepNamesOf(done)];
}

/** The frames that cannot be written. */
export function readOnlyFrames(kernel: ReferenceKernel): number[] {
  return [...kernel.observe().frames].filter(([, { writable }]) => !writable).map(([f]) => f);
}
