import { IND_DESTINATION, IND_DONE, IND_INDIRECTION, IND_SOURCE } from "../../kernel/kexec.ts";
import type { ReferenceKernel } from "../../reference/kernel.ts";
import type { FrameView, ImageView, Observation } from "../../reference/observe.ts";
import type { Thread } from "../../reference/thread.ts";
import type { Machine } from "./machine.ts";
import { holders, imageText, localName, rangeText, type View } from "./view.ts";

/** A reference kernel under test: what is needed to say what it looks like. */
export interface Running {
  readonly kernel: ReferenceKernel;
  readonly machine: Machine;
  /** Each task's call, from its entry to its return; one that is gone stays. */
  readonly threads: ReadonlyMap<number, Thread>;
  /** The hotplug event that is handled now. */
  readonly worker: Thread | null;
  /** A panic, and each time that it began anew. */
  readonly panics: readonly Thread[];
}

/** What can be seen of the reference kernel, in the words that the model's view has. */
export function systemView(running: Running, seen: Observation): View {
  const { machine, kernel } = running;
  const images = imagesOf(running, seen);
  const view = new Map<string, string>(globals(running, seen, images));
  for (const [name, image] of images) {
    view.set(name, describeImage(image));
    const slot = name === "kexec_image" || name === "kexec_crash_image" ? name : null;
    const list = slot === null ? listOf(machine, seen, image) : installedList(running, slot);
    view.set(`entry list of ${name}`, list);
  }
  const foreign: number[] = [];
  for (let frame = 0; frame < kernel.config.frames; frame++) {
    const at = seen.frames.get(frame);
    const pfn = machine.pfnOf(frame);
    if (pfn === null) {
      if (at !== undefined) foreign.push(frame);
      continue;
    }
    view.set(`frame ${pfn}`, describeFrame(at, images));
    const readOnly = seen.readOnly.has(frame);
    view.set(`protection of frame ${pfn}`, readOnly ? "read-only" : "writable");
  }
  view.set("frames that the model lacks", foreign.length === 0 ? "free" : foreign.join());
  return view;
}

/** The images by the variable that points to them; a slot's comes before a call's. */
function imagesOf({ threads }: Running, seen: Observation): Map<string, ImageView> {
  const images = new Map<string, ImageView>();
  if (seen.kexec_image !== null) images.set("kexec_image", seen.kexec_image);
  if (seen.kexec_crash_image !== null) images.set("kexec_crash_image", seen.kexec_crash_image);
  for (const [task, { id }] of threads) {
    const local = seen.images.get(id);
    if (local !== undefined) images.set(localName(task), local);
  }
  return images;
}

function globals(
  running: Running,
  seen: Observation,
  images: Map<string, ImageView>,
): [string, string][] {
  return [
    ["machine", seen.machine],
    ["lock", holderName(running, seen.lockHolder)],
    ["system_transition_mutex", holderName(running, seen.system_transition_mutex)],
    ["frozen", seen.frozen ? "yes" : "no"],
    ["kexec_load_disabled", seen.kexec_load_disabled ? "1" : "0"],
    ["kexec_load_limit_reboot", String(seen.load_limits.reboot)],
    ["kexec_load_limit_panic", String(seen.load_limits.panic)],
    ["crash region", rangeText(seen.crashk_res)],
    ["vmcoreinfo_data_safecopy", safecopyText(running.machine, seen, images)],
  ];
}

/** What would have stopped a real kernel. */
export function oopsesText({ machine }: Running, { oopses }: Observation): string {
  const stops = oopses.map(({ kind, frame }) => oopsText(kind, machine.pfnOf(frame)));
  return stops.join("; ") || "none";
}

export function oopsText(kind: Observation["oopses"][number]["kind"], pfn: number | null): string {
  return `${kind}, frame ${pfn}`;
}

function safecopyText(machine: Machine, seen: Observation, images: Map<string, ImageView>): string {
  const { vmcoreinfo_data_safecopy: safecopy } = seen;
  if (safecopy === null) return "none";
  const { frame, owner, image } = safecopy;
  const local = [...images].find(([, { id }]) => id === image);
  return `frame ${machine.pfnOf(frame)} of ${owner === "image" ? local?.[0] : owner}`;
}

function holderName({ threads, worker, panics }: Running, id: number | null): string {
  if (id === null) return holders.free;
  if (worker?.id === id) return holders.worker;
  if (panics.some((panic) => panic.id === id)) return holders.panic;
  const task = [...threads].find(([, thread]) => thread.id === id);
  return task === undefined ? "a call that has returned" : holders.task(task[0]);
}

function describeImage(image: ImageView): string {
  return imageText({
    entry: image.start,
    crash: image.type === "KEXEC_TYPE_CRASH",
    preservesContext: image.preserve_context,
    hotplug: image.hotplug_support,
    segments: image.nr_segments,
  });
}

function describeFrame(at: FrameView | undefined, images: Map<string, ImageView>): string {
  if (at === undefined || at.owner === null) return "free";
  if (at.owner === "lost") return `${at.purpose}, lost`;
  const owner = [...images].find(([, { id }]) => id === at.image);
  return `${at.purpose} of ${owner?.[0] ?? "nobody"}`;
}

function installedList(
  { kernel, machine }: Running,
  slot: "kexec_image" | "kexec_crash_image",
): string {
  const entries = kernel.walk(slot) ?? [];
  return entries.map(({ kind, address }) => entryText(machine, kind, address)).join(", ");
}

/**
 * The list of an image under construction, read from the bytes of its list pages: it begins on the
 * one that no other links to.
 */
function listOf(machine: Machine, seen: Observation, image: ImageView): string {
  const pages = new Map<number, ListPage>();
  for (const [frame, { image: owner, purpose, bytes }] of seen.frames) {
    if (owner === image.id && purpose === "list") pages.set(frame, readListPage(machine, bytes));
  }
  const linked = new Set([...pages.values()].map(({ next }) => next));
  const heads = [...pages.keys()].filter((frame) => !linked.has(frame));
  if (pages.size === 0) return "";
  if (heads.length !== 1) return `${heads.length} list pages that nothing links to`;
  const entries: string[] = [];
  for (let at: number | null = heads[0] ?? null; at !== null; ) {
    const page: ListPage | undefined = pages.get(at);
    pages.delete(at); // a list that runs in a circle ends here
    entries.push(`INDIRECTION frame ${machine.pfnOf(at)}`, ...(page?.entries ?? []));
    at = page?.next ?? null;
  }
  return entries.join(", ");
}

interface ListPage {
  /** The entries of the page, the link to the next page left out. */
  readonly entries: readonly string[];
  readonly next: number | null;
}

function readListPage(machine: Machine, bytes: Uint8Array): ListPage {
  const { page_bytes, entriesPerListPage } = machine.config;
  const words = new DataView(bytes.buffer, bytes.byteOffset);
  const entries: string[] = [];
  for (let index = 0; index < entriesPerListPage; index++) {
    const word = words.getBigUint64(index * 8, true);
    const kind = kindOf(word);
    if (kind === null) break;
    const address = word - (word % BigInt(page_bytes));
    if (kind === "INDIRECTION") return { entries, next: Number(address / BigInt(page_bytes)) };
    entries.push(entryText(machine, kind, address));
    if (kind === "DONE") break;
  }
  return { entries, next: null };
}

type EntryKind = "DESTINATION" | "INDIRECTION" | "DONE" | "SOURCE";

function kindOf(word: bigint): EntryKind | null {
  const flags = Number(word & 15n);
  if (flags & IND_DONE) return "DONE";
  if (flags & IND_INDIRECTION) return "INDIRECTION";
  if (flags & IND_DESTINATION) return "DESTINATION";
  return flags & IND_SOURCE ? "SOURCE" : null;
}

/** A destination is an address; what holds a page is a frame, with the model's number. */
function entryText(machine: Machine, kind: EntryKind, address: bigint): string {
  const frame = Number(address / BigInt(machine.config.page_bytes));
  if (kind === "DONE") return kind;
  return `${kind} frame ${kind === "DESTINATION" ? frame : machine.pfnOf(frame)}`;
}
