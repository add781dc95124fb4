import type { AddressRange, KernelConfig } from "./config.ts";

/** What a page frame is used for; `segment` is a destination page in the crash region. */
export type Purpose =
  | "control"
  | "swap"
  | "table"
  | "list"
  | "source"
  | "parked"
  | "unusable"
  | "extra"
  | "vmcoreinfo"
  | "segment";

/** 2^order neighbouring frames that were taken together. */
export interface PageBlock {
  readonly frame: number;
  readonly order: number;
}

/** Something that would have stopped a real kernel. */
export interface Oops {
  readonly kind: "double free" | "write to a read-only page" | "jump to a page without code";
  readonly frame: number;
}

/** Physical memory: real pages, the page allocator's books and the crash region's protection. */
export interface Memory {
  readonly page_bytes: number;
  readonly frames: number;
  /** The crash region, end inclusive; set through `setCrashRegion`. */
  crashk_res: AddressRange;
  /** Its frames, which the page allocator never hands out. */
  crash: { readonly first: number; readonly end: number };
  /** totalram_pages(): the pages that the page allocator manages. */
  totalram_pages: bigint;
  /** Bytes per frame, made on first use. */
  readonly pages: Map<number, Uint8Array>;
  /** Every frame that the page allocator has handed out, with its present purpose. */
  readonly taken: Map<number, Purpose>;
  /** Attributes of pages in the kernel's own mapping; they stay with a page that is freed. */
  readonly readOnly: Set<number>;
  readonly executable: Set<number>;
  readonly oopses: Oops[];
}

/** What a page holds that nobody wrote yet: not zero, so that a missing memset shows. */
export const STALE_BYTE = 0xa5;

const WORD_bytes = 8;

/** Makes memory in which every frame outside the crash region is free. */
export function createMemory(config: KernelConfig): Memory {
  const { page_bytes, frames, crashk_res, totalram_pages } = config;
  const memory: Memory = {
    page_bytes,
    frames,
    crashk_res,
    crash: { first: 0, end: 0 },
    totalram_pages,
    pages: new Map(),
    taken: new Map(),
    readOnly: new Set(),
    executable: new Set(),
    oopses: [],
  };
  setCrashRegion(memory, crashk_res);
  return memory;
}

/** Says which frames are the crash region from now on. */
export function setCrashRegion(memory: Memory, crashk_res: AddressRange): void {
  const page = BigInt(memory.page_bytes);
  const { start, end } = crashk_res;
  const reserved = end > start;
  memory.crashk_res = crashk_res;
  memory.crash = {
    first: reserved ? Number(start / page) : 0,
    end: reserved ? Number((end + 1n) / page) : 0,
  };
}

/** The physical address of a frame's first byte. */
export function addressOf(memory: Memory, frame: number): bigint {
  return BigInt(frame) * BigInt(memory.page_bytes);
}

/** The frame that holds an address; it exists only if it is below `memory.frames`. */
export function frameOf(memory: Memory, address: bigint): number {
  return Number(address / BigInt(memory.page_bytes));
}

export function inCrashRegion({ crash }: Memory, frame: number): boolean {
  return frame >= crash.first && frame < crash.end;
}

/** Whether the page allocator could hand out 2^order frames that start at `frame`. */
export function isFree(memory: Memory, { frame, order }: PageBlock): boolean {
  if (!Number.isInteger(frame) || frame < 0 || frame % 2 ** order !== 0) return false;
  return framesOf({ frame, order }).every(
    (each) => each < memory.frames && !inCrashRegion(memory, each) && !memory.taken.has(each),
  );
}

/** The frames of a block, lowest first. */
export function framesOf({ frame, order }: PageBlock): number[] {
  return Array.from({ length: 2 ** order }, (_, index) => frame + index);
}

/** Marks a free block as taken, or gives a taken one a new purpose. */
export function setPurpose(memory: Memory, block: PageBlock, purpose: Purpose): void {
  for (const frame of framesOf(block)) memory.taken.set(frame, purpose);
}

/** Gives a block back. Its bytes stay, as in a real machine. */
export function freePages(memory: Memory, block: PageBlock): void {
  for (const frame of framesOf(block)) {
    if (!memory.taken.delete(frame)) memory.oopses.push({ kind: "double free", frame });
  }
}

/** The bytes of a frame themselves, not a copy; write through `writePage`. */
export function pageOf(memory: Memory, frame: number): Uint8Array {
  const known = memory.pages.get(frame);
  if (known !== undefined) return known;
  const page = new Uint8Array(memory.page_bytes).fill(STALE_BYTE);
  memory.pages.set(frame, page);
  return page;
}

/** Writes bytes into a frame; a read-only frame keeps its bytes and the attempt is noted. */
export function writePage(memory: Memory, frame: number, bytes: Uint8Array, offset = 0): void {
  if (memory.readOnly.has(frame)) {
    memory.oopses.push({ kind: "write to a read-only page", frame });
    return;
  }
  pageOf(memory, frame).set(bytes, offset);
}

/** The 8-byte word at `index` of a list page. */
export function readWord(page: Uint8Array, index: number): bigint {
  return new DataView(page.buffer, page.byteOffset).getBigUint64(index * WORD_bytes, true);
}

export function writeWord(page: Uint8Array, index: number, word: bigint): void {
  new DataView(page.buffer, page.byteOffset).setBigUint64(index * WORD_bytes, word, true);
}

/** The lowest block of 2^order free frames, or null when there is none. */
export function lowestFree(memory: Memory, order: number): number | null {
  for (let frame = 0; frame < memory.frames; frame += 2 ** order) {
    if (isFree(memory, { frame, order })) return frame;
  }
  return null;
}
