import {
  ALLOCATED,
  DISPLACED,
  get,
  IMAGE,
  imageAt,
  imageStatus,
  imagesMax,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  KILLED,
  type Layout,
  LOCK,
  type Mem,
  PAGE,
  planOf,
  REQUEST,
  RESULT,
  SEGMENT,
  STATUS,
  taskAt,
} from "./layout.ts";
import { isOnCrash } from "./request.ts";

/** What one call of kexec_load carries from its entry to its return. */

export function enterCall(layout: Layout, mem: Mem, task: number, request: number): void {
  mem[taskAt(layout, task) + REQUEST] = request + 1;
}

/** The call returns to user space, or its killed task is gone; the next one starts clean. */
export function leaveCall(layout: Layout, mem: Mem, task: number): void {
  const at = taskAt(layout, task);
  mem[at + REQUEST] = 0;
  mem[at + RESULT] = 0;
  mem[at + KILLED] = 0;
}

/** @param errno the positive error number that ends the call */
export function setResult(layout: Layout, mem: Mem, task: number, errno: number): void {
  const at = taskAt(layout, task);
  mem[at + RESULT] = errno;
  mem[at + SEGMENT] = 0;
  mem[at + PAGE] = 0;
}

export function resultOf(layout: Layout, mem: Mem, task: number): number {
  return get(mem, taskAt(layout, task) + RESULT);
}

export function isKilled(layout: Layout, mem: Mem, task: number): boolean {
  return get(mem, taskAt(layout, task) + KILLED) !== 0;
}

export function markKilled(layout: Layout, mem: Mem, task: number): void {
  mem[taskAt(layout, task) + KILLED] = 1;
}

/** The task that holds the lock, or -1. */
export function lockHolder(mem: Mem): number {
  return get(mem, LOCK) - 1;
}

/** The slot that a task's request is about: an offset into the state. */
export function slotOf(layout: Layout, mem: Mem, task: number): number {
  return isOnCrash(planOf(layout, mem, task).request) ? KEXEC_CRASH_IMAGE : KEXEC_IMAGE;
}

/** Takes the lock, and notes what the slot holds now: properties ask for it at the unlock. */
export function takeLock(layout: Layout, mem: Mem, task: number): void {
  mem[LOCK] = task + 1;
  mem[taskAt(layout, task) + DISPLACED] = get(mem, slotOf(layout, mem, task));
}

/** Releases the lock. Nothing that the call held in local variables is used after this. */
export function releaseLock(layout: Layout, mem: Mem, task: number): void {
  mem[LOCK] = 0;
  const at = taskAt(layout, task);
  mem[at + IMAGE] = 0;
  mem[at + SEGMENT] = 0;
  mem[at + PAGE] = 0;
  mem[at + ALLOCATED] = 0;
  mem[at + DISPLACED] = 0;
  forgetFreedImages(layout, mem);
}

/** That an image was freed is remembered up to the unlock, where it is judged. */
function forgetFreedImages(layout: Layout, mem: Mem): void {
  for (let image = 1; image <= imagesMax; image++) {
    const at = imageAt(layout, image) + STATUS;
    if (get(mem, at) !== imageStatus.LIVE) mem[at] = imageStatus.UNUSED;
  }
}
