import { errnos } from "../kernel/errno.ts";
import { IND_DESTINATION, IND_INDIRECTION, IND_SOURCE } from "../kernel/kexec.ts";
import { kimageAllocPage } from "./alloc-page.ts";
import { addressIn, listIsFull, skipUsedEntry, writeEntry } from "./entry-list.ts";
import { addressOf, type Memory } from "./memory.ts";
import type { KernelState, Kimage, Task } from "./state.ts";
import { type PagePurpose, perform, type Steps } from "./step.ts";

/** A word to put on the list, and why a page is allocated if the list is full. */
interface NewEntry {
  readonly word: bigint;
  readonly purpose: PagePurpose;
}

/**
 * Says where the bytes of the pages added next belong.
 *
 * @returns 0 or -ENOMEM
 * @source kernel/kexec_core.c:kimage_set_destination
 */
export function* kimageSetDestination(
  task: Task,
  image: Kimage,
  destination: bigint,
): Steps<number> {
  yield* perform(task, { step: "kimage_set_destination", destination });
  const word = addressIn(destination, task.kernel.memory) | BigInt(IND_DESTINATION);
  return yield* kimageAddEntry(task, image, { word, purpose: "listForDestination" });
}

/**
 * Puts a page's bytes on the list, for the next destination page.
 *
 * @returns 0 or -ENOMEM
 * @source kernel/kexec_core.c:kimage_add_page
 */
export function* kimageAddPage(
  task: Task,
  image: Kimage,
  { frame, destination }: { readonly frame: number; readonly destination: bigint },
): Steps<number> {
  yield* perform(task, { step: "kimage_add_page", frame, destination });
  const word = addressOf(task.kernel.memory, frame) | BigInt(IND_SOURCE);
  return yield* kimageAddEntry(task, image, { word, purpose: "listForSource" });
}

/**
 * Appends a word to the list, and a zero after it. The head can hold no entry but a link, and the
 * last word of a page is kept for the link to the next one.
 *
 * @source kernel/kexec_core.c:kimage_add_entry
 */
function* kimageAddEntry(task: Task, image: Kimage, { word, purpose }: NewEntry): Steps<number> {
  const { memory } = task.kernel;
  skipUsedEntry(memory, image);
  if (listIsFull(image)) {
    const frame = yield* kimageAllocPage(task, image, { purpose, destination: null });
    if (frame === null) return -errnos.ENOMEM;
    linkListPage(task.kernel, image, frame);
  }
  storeEntry(memory, image, word);
  return 0;
}

/** Goes on with the list on another page. */
export function linkListPage({ memory, config }: KernelState, image: Kimage, frame: number): void {
  const link = addressOf(memory, frame) | BigInt(IND_INDIRECTION);
  writeEntry(memory, image, image.entry, link);
  image.entry = { frame, index: 0 };
  image.last_entry = { frame, index: config.entriesPerListPage - 1 };
}

/** Puts a word where the list ends. */
export function storeEntry(memory: Memory, image: Kimage, word: bigint): void {
  writeEntry(memory, image, image.entry, word);
  image.entry = { frame: image.entry.frame, index: image.entry.index + 1 };
  writeEntry(memory, image, image.entry, 0n);
}
