import { PAGE_SIZE_bytes } from "../../../memory/bounds.ts";
import type { Guest } from "../guest.ts";
import type { AddressRange } from "../protocol.ts";
import type { Vm } from "../vm.ts";
import { physical } from "./kernel-memory.ts";
import { readImage, type SeenImage } from "./kimage.ts";
import { readBytes, readWords } from "./physical.ts";
import { type Rights, rightsIn } from "./rights.ts";

/** What is seen of kexec from outside the machine: nobody in it is asked. */
export interface OutsideView {
  /** The crash region as the kernel has it now. */
  readonly region: AddressRange;
  /** The rights of the region's pages. */
  readonly rights: readonly Rights[];
  readonly kexec_image: ImageView | null;
  readonly kexec_crash_image: ImageView | null;
  /** How long it took to look; the first time, symbols are looked up before. */
  readonly took_ms: number;
}

export interface ImageView extends SeenImage {
  /**
   * What each destination holds when the image runs, page by page: a normal image's source pages,
   * a crash image's region. Null: the image has too many pages to look at each time.
   */
  readonly pages: ReadonlyMap<bigint, Uint8Array> | null;
}

export interface OutsideOptions {
  /** Larger images are looked at without the bytes of their pages. Default: 1024, some 15 ms. */
  readonly pages_max?: number;
}

const PAGES_MAX = 1024;

/**
 * Looks at the machine from outside, by QEMU's own means. The machine runs on: what no call is
 * changing at the moment is seen as it is.
 *
 * @throws GuestError when the kernel's variables hold what they cannot
 * @throws QmpError when QEMU does not answer
 */
export async function observeOutside(
  { vm }: Pick<Guest, "vm">,
  { pages_max = PAGES_MAX }: OutsideOptions = {},
): Promise<OutsideView> {
  const at = await variablesOf(vm);
  const began = performance.now();
  const [start = 0n, last = 0n] = await readWords(vm.qmp, at.crashk_res, 2);
  const region = { start, end: last > start ? last + 1n : start };
  const rights = rightsIn(await vm.qmp.monitor("info mem"), region);
  const look = (slot: bigint, places: Places): Promise<ImageView | null> =>
    viewSlot(vm, { slot, places, pages_max });
  const kexec_image = await look(at.kexec_image, sourcePages);
  const kexec_crash_image = await look(at.kexec_crash_image, segmentPages);
  const took_ms = performance.now() - began;
  return { region, rights, kexec_image, kexec_crash_image, took_ms };
}

/** Physical addresses of the kernel's variables. */
interface Variables {
  readonly kexec_image: bigint;
  readonly kexec_crash_image: bigint;
  readonly crashk_res: bigint;
}

/** They stay where they are as long as the machine lives. */
const known = new WeakMap<Vm["agent"], Variables>();

async function variablesOf({ agent }: Vm): Promise<Variables> {
  const found = known.get(agent) ?? {
    kexec_image: physical(await agent.symbol("kexec_image")),
    kexec_crash_image: physical(await agent.symbol("kexec_crash_image")),
    crashk_res: physical(await agent.symbol("crashk_res")),
  };
  known.set(agent, found);
  return found;
}

interface SlotQuestion {
  /** The physical address of the pointer to the image. */
  readonly slot: bigint;
  readonly places: Places;
  readonly pages_max: number;
}

async function viewSlot(
  { qmp }: Vm,
  { slot, places, pages_max }: SlotQuestion,
): Promise<ImageView | null> {
  const [pointer = 0n] = await readWords(qmp, slot, 1);
  if (pointer === 0n) return null;
  const image = await readImage(qmp, pointer);
  const wanted = places(image);
  return { ...image, pages: wanted.size > pages_max ? null : await readPages({ qmp }, wanted) };
}

/** Where the page of each destination is until the image runs. */
type Places = (image: SeenImage) => ReadonlyMap<bigint, bigint>;

/** Of a normal image: wherever its list says. */
function sourcePages({ entries }: SeenImage): Map<bigint, bigint> {
  const places = new Map<bigint, bigint>();
  for (const entry of entries) {
    if (entry.kind === "SOURCE") places.set(entry.destination, entry.address);
  }
  return places;
}

/** Of a crash image: there already. */
function segmentPages({ segments }: SeenImage): Map<bigint, bigint> {
  const places = new Map<bigint, bigint>();
  for (const { mem, memsz } of segments) {
    for (let page = mem; page < mem + memsz; page += PAGE_SIZE_bytes) places.set(page, page);
  }
  return places;
}

/** Frames that nobody asked for are read too when that saves a question. */
const GAP_MAX_bytes = 32n * PAGE_SIZE_bytes;

async function readPages(
  { qmp }: Pick<Vm, "qmp">,
  places: ReadonlyMap<bigint, bigint>,
): Promise<Map<bigint, Uint8Array>> {
  const bytes = new Map<bigint, Uint8Array>();
  for (const { start, end } of runsOf([...places.values()])) {
    const read = await readBytes(qmp, start, Number(end - start));
    for (let page = start; page < end; page += PAGE_SIZE_bytes) {
      const at = Number(page - start);
      bytes.set(page, read.subarray(at, at + Number(PAGE_SIZE_bytes)));
    }
  }
  const pages = new Map<bigint, Uint8Array>();
  for (const [destination, place] of places) {
    pages.set(destination, bytes.get(place) ?? new Uint8Array());
  }
  return pages;
}

/** The ranges to read so that every page is among them. */
function runsOf(pages: readonly bigint[]): AddressRange[] {
  const runs: { start: bigint; end: bigint }[] = [];
  for (const page of [...pages].sort((a, b) => (a < b ? -1 : 1))) {
    const last = runs.at(-1);
    const end = page + PAGE_SIZE_bytes;
    if (last && page <= last.end + GAP_MAX_bytes) last.end = end;
    else runs.push({ start: page, end });
  }
  return runs;
}
