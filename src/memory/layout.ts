import { assert } from "../base/assert.ts";
import { type Bounds, PAGE_SIZE_bytes, type Pfn } from "./bounds.ts";
import { isOnCrash, type Request } from "./request.ts";
import { chunkOf, destinationOf, pagesOf, passesRules } from "./segments.ts";

/**
 * The state of the modelled kernel, every variable a byte at a fixed place. A multiple of four
 * bytes, so that the engine compares it as 32-bit words.
 *
 *   globals | one block per task | one block per image | one word per page frame
 */
export type Mem = Uint8Array;

/** Globals. A slot or pointer to an image is NULL (0) or the image's reference, 1 .. imagesMax. */
export const LOCK = 0; // 0 free, else task + 1
export const KEXEC_IMAGE = 1;
export const KEXEC_CRASH_IMAGE = 2;
export const VMCOREINFO_SAFECOPY = 3;
export const KEXEC_LOAD_DISABLED = 4;
const GLOBALS_bytes = 8;

/** Variables of one task. */
export const REQUEST = 0; // index into bounds.requests, + 1; 0 outside a call
export const RESULT = 1; // 0, or the error number that the call will return negated
export const IMAGE = 2; // the local variable `image`
export const SEGMENT = 3; // the local variable `i` of do_kexec_load
export const PAGE = 4; // pages of that segment that are copied
export const KILLED = 5; // a fatal signal is pending
export const ALLOCATED = 6; // history variable: the image that this call allocated
export const DISPLACED = 7; // history variable: what its slot held when the lock was taken
export const TASK_bytes = 8;

/** Variables of one image. */
export const STATUS = 0; // history variable, see ImageStatus
export const FLAGS = 1; // see imageFlags
export const LOADED_REQUEST = 2; // the request that it was allocated for, + 1
export const ENTRY = 3; // index of the word that `entry` points to
export const LAST_ENTRY = 4; // index of the word that `last_entry` points to
export const HOLE = 5; // crash images: `control_page`, the frame to look at next
export const TABLES = 6; // page-table pages taken so far
export const WORDS = 8; // the entry list: `head`, then the words of each list page
const IMAGE_bytes = 8;

/** Whether an image exists; freed images are remembered until the lock is released. */
export const imageStatus = { UNUSED: 0, LIVE: 1, FREED: 2, FREED_TWICE: 3 } as const;

export const imageFlags = {
  TYPE_CRASH: 1,
  PRESERVE_CONTEXT: 2,
  /** The segment list was copied from the caller. */
  LIST_COPIED: 4,
  /** vmcoreinfo_data_copy is mapped. */
  VMCOREINFO: 8,
} as const;

/** Variables of one page frame; together one word. */
export const ROLE = 0; // see frames.ts
export const INDEX = 1; // a source page: its destination; a list page: its number
export const CONTENT = 2; // see content.ts
export const READONLY = 3; // 1: the direct map may not write it
export const FRAME_bytes = 4;

/** A content is a byte, and a symbol takes two of its values; see content.ts. */
const symbolsMax = 126;

/** The task that holds the lock loads one image; one more may sit in each slot. */
export const imagesMax = 3;

/** What a page of a segment will hold: how much of the caller's buffer, and which symbol it is. */
export interface PagePlan {
  readonly destination: Pfn;
  readonly chunk: "none" | "part" | "full";
  /** Number of the symbol that stands for the bytes of the caller's buffer on this page. */
  readonly symbol: number;
}

/** A request as the memory model needs it: its pages, segment by segment. */
export interface RequestPlan {
  readonly request: Request;
  readonly segments: readonly { readonly start: Pfn; readonly pages: readonly PagePlan[] }[];
  /** Every destination frame of the request. */
  readonly destinations: ReadonlySet<Pfn>;
}

/** Where each variable lies in the worlds of one size. */
export interface Layout {
  readonly bounds: Bounds;
  readonly bytes: number;
  /** Ordinary frames and crash region together. */
  readonly frames: number;
  readonly plans: readonly RequestPlan[];
  /** Words of an image's entry list that are modelled. */
  readonly listWords: number;
  readonly tasksAt: number;
  readonly imagesAt: number;
  readonly image_bytes: number;
  readonly framesAt: number;
  /** Ordinary frames that no request names: they can be exchanged without anybody noticing. */
  readonly interchangeable: readonly Pfn[];
  /** Frame -> whether it is one of them. */
  readonly isInterchangeable: readonly boolean[];
}

/** Lays out the state for given bounds. */
export function createLayout(bounds: Bounds): Layout {
  const frames = bounds.frames + bounds.crashFrames;
  assert(frames <= 31, `expected at most 31 page frames, got ${frames}`);
  const plans = planAll(bounds);
  const listWords = listWordsFor(bounds, plans);
  const last = Math.max(0, ...plans.flatMap((plan) => [...plan.destinations]));
  assert(last <= 31, `expected destinations up to frame 31, got ${last}`);
  const image_bytes = roundUp4(IMAGE_bytes + listWords);
  const tasksAt = GLOBALS_bytes;
  const imagesAt = tasksAt + bounds.tasks * TASK_bytes;
  const framesAt = imagesAt + imagesMax * image_bytes;
  const named = new Set([...bounds.overLimit, ...plans.flatMap((plan) => [...plan.destinations])]);
  const ordinary = Array.from({ length: bounds.frames }, (_, pfn) => pfn);
  return {
    bounds,
    bytes: framesAt + frames * FRAME_bytes,
    frames,
    plans,
    listWords,
    tasksAt,
    imagesAt,
    image_bytes,
    framesAt,
    interchangeable: ordinary.filter((pfn) => !named.has(pfn)),
    isInterchangeable: ordinary.map((pfn) => !named.has(pfn)),
  };
}

function planAll(bounds: Bounds): RequestPlan[] {
  let symbols = 0;
  return bounds.requests.map((request) => {
    // a list that the rules refuse has no pages: it is never loaded
    const loadable = passesRules(request.segments, isOnCrash(request), bounds);
    const segments = (loadable ? request.segments : []).map((segment) => ({
      start: destinationOf(segment, 0),
      pages: Array.from({ length: pagesOf(segment) }, (_, page): PagePlan => {
        const chunk = chunkOf(segment, page);
        const kind = chunk === 0n ? "none" : chunk < PAGE_SIZE_bytes ? "part" : "full";
        return {
          destination: destinationOf(segment, page),
          chunk: kind,
          symbol: kind === "none" ? 0 : symbols++,
        };
      }),
    }));
    assert(symbols <= symbolsMax, `expected at most ${symbolsMax} pages of data, got ${symbols}`);
    const pages = segments.flatMap((segment) => segment.pages);
    return { request, segments, destinations: new Set(pages.map((page) => page.destination)) };
  });
}

/**
 * How many bits of each byte of the state are ever used, so that it can be stored in less.
 *
 * @returns one width per byte, 0 for padding
 */
export function bitsOf(layout: Layout): Uint8Array {
  const { bounds, plans, listWords, frames } = layout;
  const bits = new Uint8Array(layout.bytes);
  const set = (at: number, widths: Readonly<Record<number, number>>): void => {
    for (const [variable, width] of Object.entries(widths)) bits[at + Number(variable)] = width;
  };
  const image = width(imagesMax);
  const request = width(bounds.requests.length);
  const segments = plans.flatMap((plan) => plan.segments);
  const pages = Math.max(0, ...segments.map((segment) => segment.pages.length));
  const symbols = plans.flatMap((plan) => [...plan.destinations]).length;
  set(0, { [LOCK]: width(bounds.tasks), [KEXEC_LOAD_DISABLED]: 1 });
  set(0, { [KEXEC_IMAGE]: image, [KEXEC_CRASH_IMAGE]: image, [VMCOREINFO_SAFECOPY]: image });
  for (let task = 0; task < bounds.tasks; task++) {
    set(taskAt(layout, task), { [REQUEST]: request, [RESULT]: width(errnoMax), [KILLED]: 1 });
    set(taskAt(layout, task), { [SEGMENT]: width(segments.length), [PAGE]: width(pages) });
    set(taskAt(layout, task), { [IMAGE]: image, [ALLOCATED]: image, [DISPLACED]: image });
  }
  for (let reference = 1; reference <= imagesMax; reference++) {
    const at = imageAt(layout, reference);
    set(at, {
      [STATUS]: 2,
      [FLAGS]: 4,
      [LOADED_REQUEST]: request,
      [TABLES]: width(bounds.tablePages),
    });
    set(at, { [ENTRY]: width(listWords), [LAST_ENTRY]: width(listWords), [HOLE]: width(frames) });
    for (let word = 0; word < listWords; word++) bits[at + WORDS + word] = 8;
  }
  for (let pfn = 0; pfn < frames; pfn++) {
    const at = frameAt(layout, pfn);
    set(at, { [ROLE]: 8, [INDEX]: 5, [CONTENT]: width(2 * symbols + 4) });
    set(at, { [READONLY]: pfn < bounds.frames ? 0 : 1 });
  }
  return bits;
}

/** The highest error number that a call returns: EADDRNOTAVAIL. */
const errnoMax = 99;

/** Bits of the numbers 0 .. `highest`. */
function width(highest: number): number {
  return 32 - Math.clz32(highest);
}

/** Enough words for the longest list that a request can make, rounded up to whole list pages. */
function listWordsFor(bounds: Bounds, plans: readonly RequestPlan[]): number {
  const entries = Math.max(
    1,
    ...plans.map(({ segments }) => segments.reduce((sum, { pages }) => sum + 1 + pages.length, 0)),
  );
  return 1 + Math.ceil(entries / (bounds.listPageWords - 1)) * bounds.listPageWords;
}

function roundUp4(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** The state before the first call: nothing loaded, every frame free, the region writable. */
export function initialMem(layout: Layout): Mem {
  return new Uint8Array(layout.bytes);
}

export function get(mem: Mem, at: number): number {
  return mem[at] ?? 0;
}

export function taskAt(layout: Layout, task: number): number {
  return layout.tasksAt + task * TASK_bytes;
}

/** @param image a reference, not NULL */
export function imageAt(layout: Layout, image: number): number {
  return layout.imagesAt + (image - 1) * layout.image_bytes;
}

export function frameAt(layout: Layout, pfn: Pfn): number {
  return layout.framesAt + pfn * FRAME_bytes;
}

/** The plan of the request that a task is in. */
export function planOf(layout: Layout, mem: Mem, task: number): RequestPlan {
  const plan = layout.plans[get(mem, taskAt(layout, task) + REQUEST) - 1];
  assert(plan !== undefined, `task ${task} is not in a call`);
  return plan;
}

/** The plan that an image was allocated for. */
export function imagePlan(layout: Layout, mem: Mem, image: number): RequestPlan {
  const plan = layout.plans[get(mem, imageAt(layout, image) + LOADED_REQUEST) - 1];
  assert(plan !== undefined, `image ${image} belongs to no request`);
  return plan;
}
