import { slotOf } from "./call.ts";
import { kimageFree } from "./kimage.ts";
import { get, IMAGE, type Layout, type Mem, taskAt } from "./layout.ts";

/** Whether the slot that a task's request is about holds an image. */
export function slotOccupied(layout: Layout, mem: Mem, task: number): boolean {
  return get(mem, slotOf(layout, mem, task)) !== 0;
}

/** Empties the slot and frees what it held. @source kimage_free(xchg(dest_image, NULL)) */
export function freeSlotImage(layout: Layout, mem: Mem, task: number): void {
  const slot = slotOf(layout, mem, task);
  const image = get(mem, slot);
  mem[slot] = 0;
  if (image !== 0) kimageFree(layout, mem, image);
}

/** Exchanges the slot's image and the task's own. @source image = xchg(dest_image, image) */
export function exchangeImages(layout: Layout, mem: Mem, task: number): void {
  const slot = slotOf(layout, mem, task);
  const local = taskAt(layout, task) + IMAGE;
  const old = get(mem, slot);
  mem[slot] = get(mem, local);
  mem[local] = old;
}

/** Frees the task's own image: the old one after an exchange, the new one after a failure. */
export function freeLocalImage(layout: Layout, mem: Mem, task: number): void {
  const local = taskAt(layout, task) + IMAGE;
  const image = get(mem, local);
  mem[local] = 0;
  if (image !== 0) kimageFree(layout, mem, image);
}
