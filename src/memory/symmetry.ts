import type { Mem } from "./layout.ts";
import {
  ALLOCATED,
  DISPLACED,
  frameAt,
  get,
  IMAGE,
  imageAt,
  imagesMax,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  ROLE,
  taskAt,
  VMCOREINFO_SAFECOPY,
} from "./layout.ts";

/**
 * Rewrites a state into the representative of all states that differ from it only in which
 * number an image has and in which of the interchangeable frames serves which role.
 *
 * It is exact: a frame carries its role and no number of another frame, so sorting is canonical;
 * images are numbered in the order in which the slots and the tasks refer to them.
 *
 * @param mem changed in place
 */
export function canonicalMem(layout: Layout, mem: Mem): Mem {
  renumberImages(layout, mem);
  sortFrames(layout, mem);
  return mem;
}

function renumberImages(layout: Layout, mem: Mem): void {
  const order = imagesInOrder(layout, mem);
  if (order.every((image, i) => image === i + 1)) return;
  const renamed = new Uint8Array(16).map((_, reference) => reference);
  const blocks = mem.slice(layout.imagesAt, layout.framesAt);
  order.forEach((image, i) => {
    renamed[image] = i + 1;
    const from = (image - 1) * layout.image_bytes;
    mem.set(blocks.subarray(from, from + layout.image_bytes), imageAt(layout, i + 1));
  });
  for (const at of referencePlaces(layout)) mem[at] = renamed[get(mem, at)] ?? 0;
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    const at = frameAt(layout, pfn) + ROLE;
    const role = get(mem, at);
    mem[at] = ((renamed[role >> 4] ?? 0) << 4) | (role & 15);
  }
}

/** References in the order in which they are met; those that nothing refers to come last. */
function imagesInOrder(layout: Layout, mem: Mem): number[] {
  const order: number[] = [];
  const meet = (image: number): void => {
    if (image !== 0 && !order.includes(image)) order.push(image);
  };
  for (const at of referencePlaces(layout)) meet(get(mem, at));
  for (let image = 1; image <= imagesMax; image++) meet(image);
  return order;
}

/** Where the state refers to images. */
function referencePlaces(layout: Layout): readonly number[] {
  const places = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE];
  for (let task = 0; task < layout.bounds.tasks; task++) {
    const at = taskAt(layout, task);
    places.push(at + IMAGE, at + ALLOCATED, at + DISPLACED);
  }
  return [...places, VMCOREINFO_SAFECOPY];
}

function sortFrames(layout: Layout, mem: Mem): void {
  const { interchangeable } = layout;
  const keys = interchangeable.map((pfn) => {
    const at = frameAt(layout, pfn);
    return (get(mem, at) << 16) | (get(mem, at + 1) << 8) | get(mem, at + 2);
  });
  if (keys.every((key, i) => i === 0 || (keys[i - 1] ?? 0) <= key)) return;
  keys.sort((a, b) => a - b);
  interchangeable.forEach((pfn, i) => {
    const key = keys[i] ?? 0;
    const at = frameAt(layout, pfn);
    mem[at] = key >> 16;
    mem[at + 1] = (key >> 8) & 255;
    mem[at + 2] = key & 255;
  });
}
