import type { Request } from "./request.ts";

/** A page of the model has as many bytes as a real one; it holds one symbol. */
export const PAGE_SIZE_bytes = 4096n;

/** The number of a page frame: its physical address divided by the page size. */
export type Pfn = number;

/** What the kernel under specification does differently from another one, by name. */
export type Feature =
  /** CONFIG_KEXEC_JUMP: KEXEC_PRESERVE_CONTEXT is a known flag. */
  | "kexec-jump"
  /** The segment list is copied before the lock is tried (5.15 and later). */
  | "list-copied-before-lock"
  /** B8 mended: a source page whose list entry fails is freed. */
  | "frees-unlisted-source-page";

/**
 * The size of one world of the model: what is finite in it, and how small.
 *
 * Frames 0 .. frames-1 are ordinary memory; the crash region follows them.
 */
export interface Bounds {
  /** Callers that can be inside kexec_load at once. */
  readonly tasks: number;
  /** Ordinary page frames. */
  readonly frames: number;
  /** Frames of the region that crashkernel= reserved. */
  readonly crashFrames: number;
  /** Ordinary frames above KEXEC_SOURCE_MEMORY_LIMIT and KEXEC_CONTROL_MEMORY_LIMIT. */
  readonly overLimit: readonly Pfn[];
  /** Words of one page of the entry list, the link included (512 on x86-64). */
  readonly listPageWords: number;
  /** Pages that machine_kexec_prepare takes for page tables. */
  readonly tablePages: number;
  /** What the callers ask for. */
  readonly requests: readonly Request[];
  readonly features: readonly Feature[];
}

/**
 * Half of memory is the most that an image may want. The crash region was reserved before memory was
 * counted, so it is no part of totalram_pages().
 *
 * @source kernel/kexec_core.c:sanity_check_segment_list
 */
export function imagePagesMax(bounds: Bounds): number {
  return Math.floor(bounds.frames / 2);
}

/** Physical address of the first byte of the crash region. */
export function crashStart(bounds: Bounds): bigint {
  return BigInt(bounds.frames) * PAGE_SIZE_bytes;
}

/** Physical address of the last byte of the crash region. */
export function crashEnd(bounds: Bounds): bigint {
  return BigInt(bounds.frames + bounds.crashFrames) * PAGE_SIZE_bytes - 1n;
}

/** KEXEC_DESTINATION_MEMORY_LIMIT: no segment may reach up to it. */
export function destinationLimit(bounds: Bounds): bigint {
  return BigInt(bounds.frames + bounds.crashFrames + 8) * PAGE_SIZE_bytes;
}
