import { resultName } from "../../src/kernel/errno.ts";
import { KEXEC_ON_CRASH } from "../../src/kernel/kexec.ts";
import type { KernelConfig } from "../../src/reference/config.ts";
import { createKernel, type ReferenceKernel } from "../../src/reference/kernel.ts";
import type { KexecLoadRequest, UserSegment } from "../../src/reference/state.ts";
import type { Decision, StepRecord } from "../../src/reference/step.ts";
import type { Thread } from "../../src/reference/thread.ts";

/** Page size of the small machine: four words. */
export const PAGE = 32;

/** 32 frames, eight of them (from 16) the crash region; list pages of two entries and a link. */
export const smallConfig: Partial<KernelConfig> = {
  page_bytes: PAGE,
  entriesPerListPage: 3,
  frames: 32,
  crashk_res: { start: 16n * 32n, end: 24n * 32n - 1n },
  tablePages: 1,
};

export function smallKernel(config: Partial<KernelConfig> = {}): ReferenceKernel {
  return createKernel({ ...smallConfig, ...config });
}

/** The address of a frame of the small machine. */
export function at(frame: number): bigint {
  return BigInt(frame) * BigInt(PAGE);
}

/** A segment at a frame: `pages` long, with `bytes` bytes that count up from `first`. */
export function segment(frame: number, pages = 1, bytes = pages * PAGE, first = 1): UserSegment {
  const buf = Uint8Array.from({ length: bytes }, (_, index) => first + index);
  return { buf, bufsz: BigInt(bytes), mem: at(frame), memsz: at(pages) };
}

/** A request that every gate lets pass. */
export function load(
  segments: readonly UserSegment[],
  changes: Partial<KexecLoadRequest> = {},
): KexecLoadRequest {
  return {
    capSysBoot: true,
    lsm: 0,
    lockdown: 0,
    entry: 0x40n,
    nr_segments: segments.length,
    flags: 0,
    ...changes,
    segments,
  };
}

/** The same for a crash image that starts with the crash region. */
export function crashLoad(
  segments: readonly UserSegment[],
  changes: Partial<KexecLoadRequest> = {},
): KexecLoadRequest {
  return load(segments, { entry: at(16), flags: KEXEC_ON_CRASH, ...changes });
}

export const unload = load([]);
export const crashUnload = crashLoad([]);

/** Decides for a step; undefined leaves it to `usual`. */
export type Decide = (record: StepRecord, index: number) => Decision | undefined;

/** All goes well, and the allocator returns the lowest free frames. */
export function usual(kernel: ReferenceKernel, { choice }: StepRecord): Decision {
  return choice.kind === "frame" ? kernel.lowestFreeFrame(choice.order) : undefined;
}

export interface Run {
  /** The result by name: `0` or `-EBUSY`. */
  readonly result: string;
  readonly steps: readonly StepRecord[];
}

/** Runs a call to its end. */
export function run(kernel: ReferenceKernel, request: KexecLoadRequest, decide?: Decide): Run {
  return finish(kernel, kernel.kexecLoad(request), decide);
}

/** Runs a call under way to its end. */
export function finish(kernel: ReferenceKernel, thread: Thread, decide?: Decide): Run {
  const steps: StepRecord[] = [];
  for (let step = thread.step; step !== null; ) {
    const decision = decide?.(step, steps.length);
    steps.push(step);
    step = thread.next(decision === undefined ? usual(kernel, step) : decision);
  }
  return { result: resultName(thread.result ?? Number.NaN), steps };
}

/** Runs a call until it stands before the `count`th step of a name. */
export function runUpTo(
  kernel: ReferenceKernel,
  request: KexecLoadRequest,
  name: StepRecord["step"],
  count = 1,
): Thread {
  const thread = kernel.kexecLoad(request);
  let seen = 0;
  for (let step = thread.step; step !== null; step = thread.next(usual(kernel, step))) {
    if (step.step === name) seen += 1;
    if (seen === count) return thread;
  }
  throw new Error(`expected ${count} times ${name}, got ${seen}`);
}

/** Hands out these frames in order, then what is usual. */
export function frames(...list: readonly (number | null)[]): Decide {
  const left = [...list];
  return ({ choice }) => (choice.kind === "frame" ? left.shift() : undefined);
}

/** Lets the `count`th step of a name end with `decision`. */
export function failAt(name: StepRecord["step"], decision: Decision, count = 1): Decide {
  let seen = 0;
  return ({ step }) => {
    if (step === name) seen += 1;
    return step === name && seen === count ? decision : undefined;
  };
}

/** The steps of a call, with the number of repetitions, as `name` or `name*3`. */
export function stepNamesOf({ steps }: Run): string[] {
  const names: { name: string; count: number }[] = [];
  for (const { step } of steps) {
    const last = names.at(-1);
    if (last?.name === step) last.count += 1;
    else names.push({ name: step, count: 1 });
  }
  return names.map(({ name, count }) => (count === 1 ? name : `${name}*${count}`));
}

/** Frames by what they are, as `kexec_image source` with the frame numbers. */
export function framesByUse(kernel: ReferenceKernel): Record<string, number[]> {
  const uses: Record<string, number[]> = {};
  for (const [frame, { owner, purpose }] of kernel.observe().frames) {
    if (owner === null) continue;
    const use = `${owner} ${purpose}`;
    uses[use] = [...(uses[use] ?? []), frame];
  }
  return uses;
}
