import { fatalSignalPending } from "./alloc-page.ts";
import {
  fitsForControl,
  kimageAllocCrashControlPages,
  kimageFreePageList,
} from "./control-pages.ts";
import { frameOf, isFree, type Memory, type PageBlock, setPurpose } from "./memory.ts";
import { kimageIsDestinationRange } from "./segments.ts";
import type { Kimage, Task } from "./state.ts";
import type { ControlPurpose } from "./step.ts";

/**
 * Which frames a file load gets: `count` different ones that fit, or null when there are not so
 * many. They are used in the order in which they are given.
 */
export type ChooseFrames = (
  count: number,
  fits: (frame: number) => boolean,
) => readonly number[] | null;

/** A thread whose pages are chosen by rule, not by one decision for each. */
export interface FrameUser extends Task {
  readonly request: { readonly chooseFrames?: ChooseFrames };
}

/**
 * Takes control pages for an image, all of them or none.
 *
 * @returns the pages in the order of `purposes`; null when there are not enough
 */
export function takeControlPages(
  task: FrameUser,
  image: Kimage,
  purposes: readonly ControlPurpose[],
): readonly PageBlock[] | null {
  const blocks =
    image.type === "KEXEC_TYPE_CRASH"
      ? takeHoles(task, image, purposes)
      : takeNormalPages(task, image, purposes);
  if (blocks.length === purposes.length) return blocks;
  giveControlPagesBack(task, image, blocks);
  return null;
}

/** Gives pages back that were taken for an image which will be freed. */
export function giveControlPagesBack(
  { kernel: { memory } }: Task,
  image: Kimage,
  blocks: readonly PageBlock[],
): void {
  const kept = image.crash_pages.filter(({ block }) => !blocks.includes(block));
  image.crash_pages.splice(0, image.crash_pages.length, ...kept);
  const taken = image.control_pages.filter((block) => blocks.includes(block));
  const others = image.control_pages.filter((block) => !blocks.includes(block));
  image.control_pages.splice(0, image.control_pages.length, ...others);
  kimageFreePageList(memory, taken);
}

function takeHoles(
  { kernel }: Task,
  image: Kimage,
  purposes: readonly ControlPurpose[],
): PageBlock[] {
  const blocks: PageBlock[] = [];
  for (const purpose of purposes) {
    const order = orderOf(purpose, kernel.config.controlCodeOrder);
    const block = kimageAllocCrashControlPages(kernel, image, { purpose, order });
    if (block === null) return blocks;
    blocks.push(block);
  }
  return blocks;
}

function orderOf(purpose: ControlPurpose, controlCodeOrder: number): number {
  return purpose === "control" ? controlCodeOrder : 0;
}

/** A buffer of several pages is the lowest that fits; single pages are chosen. */
function takeNormalPages(
  task: FrameUser,
  image: Kimage,
  purposes: readonly ControlPurpose[],
): PageBlock[] {
  const { memory, config } = task.kernel;
  if (fatalSignalPending(task)) return [];
  const blocks: PageBlock[] = [];
  const take = (frame: number, purpose: ControlPurpose): void => {
    const block = { frame, order: orderOf(purpose, config.controlCodeOrder) };
    setPurpose(memory, block, purpose);
    image.control_pages.push(block);
    blocks.push(block);
  };
  const fits = (frame: number, order: number): boolean => {
    const block = { frame, order };
    return isFree(memory, block) && fitsForControl(task.kernel, image, { block, purpose: "table" });
  };
  const large = purposes.filter((purpose) => orderOf(purpose, config.controlCodeOrder) > 0);
  for (const purpose of large) {
    const order = orderOf(purpose, config.controlCodeOrder);
    const [frame] = lowestThatFit(memory, 1, (each) => fits(each, order)) ?? [];
    if (frame === undefined) return blocks;
    take(frame, purpose);
  }
  const single = purposes.filter((purpose) => !large.includes(purpose));
  const frames = chooseFrames(task, single.length, (frame) => fits(frame, 0)) ?? [];
  for (const [index, frame] of frames.entries()) take(frame, single[index] ?? "table");
  return blocks;
}

/**
 * Chooses frames for source and list pages: none is a destination.
 *
 * @returns null when there are not enough
 */
export function choosePages(
  task: FrameUser,
  image: Kimage,
  count: number,
): readonly number[] | null {
  const { memory, config } = task.kernel;
  const last_pfn = frameOf(memory, config.sourceLimit);
  return chooseFrames(task, count, (frame) => {
    const block = { frame, order: 0 };
    if (frame > last_pfn || !isFree(memory, block)) return false;
    return !kimageIsDestinationRange(task.kernel, image, block);
  });
}

/** @throws Error when a caller's choice is none */
function chooseFrames(
  task: FrameUser,
  count: number,
  fits: (frame: number) => boolean,
): readonly number[] | null {
  if (count === 0) return [];
  if (fatalSignalPending(task)) return null;
  const choose = task.request.chooseFrames;
  if (choose === undefined) return lowestThatFit(task.kernel.memory, count, fits);
  const frames = choose(count, fits);
  if (frames === null) return null;
  if (new Set(frames).size !== count || frames.length !== count || !frames.every(fits)) {
    throw new Error(`chooseFrames: expected ${count} frames that fit, got ${frames.join(" ")}`);
  }
  return frames;
}

function lowestThatFit(
  memory: Memory,
  count: number,
  fits: (frame: number) => boolean,
): number[] | null {
  const frames: number[] = [];
  for (let frame = 0; frame < memory.frames && frames.length < count; frame += 1) {
    if (fits(frame)) frames.push(frame);
  }
  return frames.length === count ? frames : null;
}
