import { assert } from "../base/assert.ts";
import type { Bugs } from "./bugs.ts";
import { type Profile, seed } from "./profiles.ts";

/** Physical addresses from the first byte to the last. */
export interface AddressRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** The machine and the kernel that the reference plays. Addresses and limits are in bytes. */
export interface KernelConfig {
  /** PAGE_SIZE: a power of two, at least 16, since an entry's low four bits are flags. */
  readonly page_bytes: number;
  /** Words of a list page that are used; the last one is the link. A real page has 512. */
  readonly entriesPerListPage: number;
  /** Page frames of the machine, crash region included: frames 0 to frames - 1. */
  readonly frames: number;
  /** The region that was reserved, end inclusive; `{ start: 0n, end: 0n }` when there is none. */
  readonly crashk_res: AddressRange;
  /** totalram_pages() at the start: one segment, and all together, may take half of it. */
  readonly totalram_pages: bigint;
  /** KEXEC_DESTINATION_MEMORY_LIMIT: a segment must end below it. */
  readonly destinationLimit: bigint;
  /** KEXEC_SOURCE_MEMORY_LIMIT: the last usable source page is the one that holds it. */
  readonly sourceLimit: bigint;
  /** KEXEC_CONTROL_MEMORY_LIMIT: control pages end below the page that holds it. */
  readonly controlLimit: bigint;
  /** Control pages that machine_kexec_prepare takes for its page tables. */
  readonly tablePages: number;
  /** The control code buffer has 2^order pages (x86-64: 1 up to 6.12, then 0). */
  readonly controlCodeOrder: number;
  /** A panic stops the other CPUs and calls the notifiers before it tries the crash kernel. */
  readonly crash_kexec_post_notifiers: boolean;
  readonly profile: Profile;
  /** Planted bugs; none by default. */
  readonly bugs: Bugs;
}

const x86MaxMemory = (1n << 46n) - 1n;

/** A 16 MiB x86-64 machine of the seed's time without a crash region. */
export const defaultConfig: KernelConfig = {
  page_bytes: 4096,
  entriesPerListPage: 512,
  frames: 4096,
  crashk_res: { start: 0n, end: 0n },
  totalram_pages: 4096n,
  destinationLimit: x86MaxMemory,
  sourceLimit: x86MaxMemory,
  controlLimit: x86MaxMemory,
  tablePages: 3,
  controlCodeOrder: 0,
  crash_kexec_post_notifiers: false,
  profile: seed,
  bugs: {},
};

/**
 * Fills in the defaults (`totalram_pages` follows `frames`) and checks the result.
 *
 * @throws AssertionError naming the field and the value that cannot be
 */
export function completeConfig(given: Partial<KernelConfig>): KernelConfig {
  const frames = given.frames ?? defaultConfig.frames;
  const config = { ...defaultConfig, totalram_pages: BigInt(frames), ...given };
  const { page_bytes, entriesPerListPage } = config;
  assert(
    page_bytes >= 16 && Number.isInteger(Math.log2(page_bytes)),
    `page_bytes: expected a power of two of at least 16, got ${page_bytes}`,
  );
  assert(
    entriesPerListPage >= 2 && entriesPerListPage * 8 <= page_bytes,
    `entriesPerListPage: expected 2 to ${page_bytes / 8}, got ${entriesPerListPage}`,
  );
  checkCrashRegion(config);
  return config;
}

function checkCrashRegion({ crashk_res: { start, end }, page_bytes, frames }: KernelConfig): void {
  if (end <= start) return;
  const page = BigInt(page_bytes);
  assert(
    start % page === 0n && (end + 1n) % page === 0n && end < BigInt(frames) * page,
    `crashk_res: expected whole pages inside ${frames} frames, got ${start} to ${end}`,
  );
}
