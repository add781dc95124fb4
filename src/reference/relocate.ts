import { decodeEntries, type Entry } from "./entry-list.ts";
import { addressOf, frameOf, type Memory, pageOf, readWord } from "./memory.ts";
import type { EntryPointer, Kimage } from "./state.ts";

/** The pages that a relocation has written, over the memory that it started from. */
type Overlay = Map<bigint, Uint8Array>;

/**
 * Plays the copying that follows a jump to the image, on a copy of memory.
 *
 * As the seed's relocation does, each source page and its destination change places through the
 * swap page, and the list is read from memory as the copies have left it. A crash image has
 * nothing to copy: its segments are in place.
 *
 * @returns for each destination page, by address, the bytes that it then holds
 * @throws Error when the list does not end with IND_DONE
 * @source arch/x86/kernel/relocate_kernel_64.S:swap_pages
 */
export function relocate(memory: Memory, image: Kimage): Map<bigint, Uint8Array> {
  const overlay: Overlay = new Map();
  const swap = image.swap_page === null ? null : addressOf(memory, image.swap_page.frame);
  let destination = 0n;
  for (const { kind, address } of entriesUpToDone(memory, image, overlay)) {
    if (kind === "DESTINATION") destination = address;
    if (kind !== "SOURCE") continue;
    swapPages({ memory, overlay, swap, source: address, destination });
    destination += BigInt(memory.page_bytes);
  }
  return new Map(
    destinationPages(memory, image).map((page) => [page, pageAt(memory, overlay, page).slice()]),
  );
}

/** Reads the list as the relocation does: from memory as it is at each moment. */
function* entriesUpToDone(memory: Memory, image: Kimage, overlay: Overlay): Generator<Entry> {
  const read = ({ frame, index }: EntryPointer): bigint => {
    if (frame === null) return image.head;
    return readWord(pageAt(memory, overlay, addressOf(memory, frame)), index);
  };
  let last: Entry["kind"] | null = null;
  for (const entry of decodeEntries(memory, read)) {
    last = entry.kind;
    yield entry;
  }
  if (last !== "DONE") throw new Error(`relocate: expected IND_DONE at the end, got ${last}`);
}

interface Swap {
  readonly memory: Memory;
  readonly overlay: Overlay;
  readonly swap: bigint | null;
  readonly source: bigint;
  readonly destination: bigint;
}

/** Source to swap page, destination to source, swap page to destination. */
function swapPages({ memory, overlay, swap, source, destination }: Swap): void {
  if (swap === null) throw new Error("relocate: expected a swap page, got none");
  overlay.set(swap, pageAt(memory, overlay, source));
  overlay.set(source, pageAt(memory, overlay, destination));
  overlay.set(destination, pageAt(memory, overlay, swap));
}

/** The bytes of a page as they are now; zeros where there is no memory. */
function pageAt(memory: Memory, overlay: Overlay, page: bigint): Uint8Array {
  const written = overlay.get(page);
  if (written !== undefined) return written;
  const frame = frameOf(memory, page);
  return frame < memory.frames ? pageOf(memory, frame) : new Uint8Array(memory.page_bytes);
}

function destinationPages({ page_bytes }: Memory, { segment }: Kimage): bigint[] {
  const page = BigInt(page_bytes);
  return segment.flatMap(({ mem, memsz }) =>
    Array.from({ length: Number(memsz / page) }, (_, index) => mem + BigInt(index) * page),
  );
}
