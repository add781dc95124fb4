import { KEXEC_ON_CRASH } from "../../../kernel/kexec.ts";
import { PAGE_SIZE_bytes, type Pfn } from "../../../memory/bounds.ts";
import { nestCalls, type PlacedEvent } from "./call-nesting.ts";
import { frameOfPage, intOf } from "./kernel-events.ts";
import { allocators } from "./probes.ts";

/** Where control pages are wanted: the control code and the swap page, page tables, vmcoreinfo. */
export type ControlUse = "control" | "swap" | "tables" | "vmcoreinfo";

/** What one event of the kernel's trace says about the call. */
export type Sight =
  /** kexec_load is entered. */
  | { readonly kind: "call-entered" }
  /** kexec_load_permitted has decided. */
  | { readonly kind: "permission"; readonly granted: boolean }
  | { readonly kind: "load-entered"; readonly nr_segments: number; readonly flags: number }
  | { readonly kind: "unprotected" }
  /** kimage_free is called for an image; 0: for NULL. */
  | { readonly kind: "freed"; readonly image: bigint }
  | { readonly kind: "image-allocated"; readonly image: bigint }
  /** A function is called for an image. */
  | { readonly kind: "image-used"; readonly image: bigint }
  | { readonly kind: "list-checked"; readonly result: number }
  | { readonly kind: "control-wanted"; readonly use: ControlUse }
  /** The page allocator has answered for a control page; `pages` from `frame` on, or none. */
  | {
      readonly kind: "control-frame";
      readonly use: ControlUse;
      readonly frame: Pfn | null;
      readonly pages: number;
    }
  /** A control page of a normal image: what the allocator said last, and what is handed out. */
  | {
      readonly kind: "control-given";
      readonly use: ControlUse;
      readonly frame: Pfn | null;
      readonly allocated: Pfn | null;
    }
  /** Control pages of a crash image, from `frame` on; or none. */
  | {
      readonly kind: "hole";
      readonly use: ControlUse;
      readonly frame: Pfn | null;
      readonly pages: number;
    }
  | { readonly kind: "prepared"; readonly result: number }
  /** `hole`: what the region had for it; null when it did not ask. */
  | {
      readonly kind: "vmcoreinfo";
      readonly result: number;
      readonly hole: { readonly frame: Pfn | null } | null;
    }
  | { readonly kind: "segment-begun"; readonly image: bigint }
  | { readonly kind: "segment-ended"; readonly segment: number; readonly result: number }
  /** kimage_add_entry is called for a destination, or for a source page. */
  | { readonly kind: "entry"; readonly entry: "destination" | "source"; readonly frame: Pfn }
  | { readonly kind: "entry-added"; readonly result: number }
  /** The page allocator has answered for a source page, or (no destination) for a list page. */
  | { readonly kind: "frame"; readonly destination: Pfn | null; readonly frame: Pfn | null }
  /** kimage_alloc_page hands out a page; `asked`: whether it had asked the page allocator. */
  | {
      readonly kind: "page-given";
      readonly destination: Pfn | null;
      readonly frame: Pfn | null;
      readonly asked: boolean;
    }
  | { readonly kind: "terminated"; readonly image: bigint }
  | { readonly kind: "post-load"; readonly result: number }
  | { readonly kind: "protected" }
  | { readonly kind: "load-returned"; readonly result: number }
  | { readonly kind: "call-returned"; readonly result: number }
  /** What the model's request has no counterpart for. */
  | { readonly kind: "astray"; readonly why: string }
  /** The trace is over. */
  | { readonly kind: "ended" }
  /** No kernel does this: its own calls do not fit into each other. */
  | { readonly kind: "impossible"; readonly why: string };

/** A sight, and the event of the trace that it is. */
export interface PlacedSight {
  readonly index: number;
  readonly sight: Sight;
}

/** Reads what a call's trace says, in order. Events that say nothing new have no sight. */
export function sightsOf(events: Parameters<typeof nestCalls>[0]): readonly PlacedSight[] {
  const { placed, fault } = nestCalls(events);
  const reader = createReader();
  const sights = placed.flatMap((one) => {
    const sight = one.event.kind === "enter" ? entered(one, reader) : returned(one, reader);
    return sight ? [{ index: one.index, sight }] : [];
  });
  if (fault === null) return [...sights, { index: events.length, sight: { kind: "ended" } }];
  return [...sights, { index: fault.index, sight: { kind: "impossible", why: fault.why } }];
}

/** What must be remembered of the events before. */
interface Reader {
  isOnCrash: boolean;
  /** Control pages that do_kexec_load itself has asked for. */
  controls: number;
  segments: number;
  /** The page allocator's last answer in the page taker that is open; null: it gave none. */
  allocated: { readonly frame: Pfn | null; readonly pages: number } | null;
  order: number;
  use: ControlUse;
  destination: Pfn | null;
  hole: { readonly frame: Pfn | null } | null;
}

function createReader(): Reader {
  return {
    isOnCrash: false,
    controls: 0,
    segments: 0,
    allocated: null,
    order: 0,
    use: "control",
    destination: null,
    hole: null,
  };
}

function entered({ event, caller }: PlacedEvent, reader: Reader): Sight | null {
  const [first = 0n, second = 0n] = event.kind === "enter" ? event.args : [];
  switch (event.function) {
    case "__x64_sys_kexec_load":
      return { kind: "call-entered" };
    case "do_kexec_load":
      reader.isOnCrash = (Number(second & 0xffffn) & KEXEC_ON_CRASH) !== 0;
      return { kind: "load-entered", nr_segments: Number(first), flags: Number(second) };
    case "arch_kexec_unprotect_crashkres":
      return { kind: "unprotected" };
    case "kimage_free":
      return { kind: "freed", image: first };
    case "kimage_alloc_control_pages":
      return wanted(Number(first), caller, reader);
    case "sanity_check_segment_list":
    case "machine_kexec_prepare":
    case "kimage_crash_copy_vmcoreinfo":
      reader.hole = null;
      return { kind: "image-used", image: first };
    case "kimage_load_segment":
      return { kind: "segment-begun", image: first };
    case "kimage_add_entry":
      return entryOf(first);
    case "kimage_alloc_page":
      return pageWanted(first, caller, reader);
    case "kimage_terminate":
      return { kind: "terminated", image: first };
    case "arch_kexec_protect_crashkres":
      return { kind: "protected" };
    default:
      return allocators.includes(event.function) ? asked(Number(first), caller, reader) : null;
  }
}

/** The page allocator is asked for as many pages as the function around it was. */
function asked(order: number, caller: string | null, { order: wants }: Reader): Sight | null {
  const expected = caller === "kimage_alloc_page" ? 0 : wants;
  return order === expected ? null : wrongOrder(order);
}

function wrongOrder(order: number): Sight {
  return { kind: "impossible", why: `pages of order ${order} are asked for` };
}

/** kimage_add_entry wants a page for its list, and nobody else does. */
function pageWanted(destination: bigint, caller: string | null, reader: Reader): Sight | null {
  reader.allocated = null;
  reader.destination = destination === NO_DESTINATION ? null : frameOf(destination);
  if ((reader.destination === null) === (caller === "kimage_add_entry")) return null;
  return { kind: "impossible", why: `a page for ${purposeOf(reader)} is wanted in ${caller}` };
}

function purposeOf({ destination }: Reader): string {
  return destination === null ? "the entry list" : `frame ${destination}`;
}

/** KIMAGE_NO_DEST: the page is for the entry list. */
const NO_DESTINATION = BigInt.asUintN(64, -1n);

function wanted(order: number, caller: string | null, reader: Reader): Sight | null {
  reader.allocated = null;
  reader.hole = null;
  reader.order = order;
  if (caller === "do_kexec_load") reader.use = reader.controls++ === 0 ? "control" : "swap";
  else reader.use = caller === "machine_kexec_prepare" ? "tables" : "vmcoreinfo";
  // up to 6.13 the control code takes two pages
  if (order > (reader.use === "control" ? 1 : 0)) return wrongOrder(order);
  return reader.use === "vmcoreinfo" ? null : { kind: "control-wanted", use: reader.use };
}

const IND_DESTINATION = 1n;
const IND_SOURCE = 8n;

function entryOf(entry: bigint): Sight {
  const bits = entry % PAGE_SIZE_bytes;
  const frame = frameOf(entry);
  if (bits === IND_DESTINATION) return { kind: "entry", entry: "destination", frame };
  if (bits === IND_SOURCE) return { kind: "entry", entry: "source", frame };
  return { kind: "impossible", why: `kimage_add_entry adds an entry of kind ${bits}` };
}

function returned({ event, caller }: PlacedEvent, reader: Reader): Sight | null {
  const value = event.kind === "return" ? event.value : 0n;
  const result = intOf(value);
  switch (event.function) {
    case "kexec_load_permitted":
      return { kind: "permission", granted: (value & 0xffn) !== 0n };
    case "do_kimage_alloc_init":
      return { kind: "image-allocated", image: value };
    case "sanity_check_segment_list":
      return { kind: "list-checked", result };
    case "kimage_alloc_control_pages":
      return controlGiven(frameOfPage(value), reader);
    case "kimage_alloc_crash_control_pages":
      reader.hole = { frame: frameOfPage(value) };
      return null;
    case "machine_kexec_prepare":
      return { kind: "prepared", result };
    case "kimage_crash_copy_vmcoreinfo":
      return { kind: "vmcoreinfo", result, hole: reader.hole };
    case "kimage_load_segment":
      return { kind: "segment-ended", segment: reader.segments++, result };
    case "kimage_add_entry":
      return { kind: "entry-added", result };
    case "kimage_alloc_page":
      return {
        kind: "page-given",
        destination: reader.destination,
        frame: frameOfPage(value),
        asked: reader.allocated !== null,
      };
    case "machine_kexec_post_load":
      return { kind: "post-load", result };
    case "do_kexec_load":
      return { kind: "load-returned", result };
    case "__x64_sys_kexec_load":
      return { kind: "call-returned", result: Number(BigInt.asIntN(64, value)) };
    default:
      return allocators.includes(event.function)
        ? allocated(frameOfPage(value), caller, reader)
        : null;
  }
}

function controlGiven(frame: Pfn | null, reader: Reader): Sight | null {
  const { use, allocated: last, hole } = reader;
  if (use === "vmcoreinfo") {
    reader.hole = { frame };
    return null;
  }
  reader.hole = null;
  if (hole && hole.frame !== frame) {
    return { kind: "impossible", why: `frame ${hole.frame} of the crash region is not handed on` };
  }
  if (reader.isOnCrash) return { kind: "hole", use, frame, pages: 2 ** reader.order };
  return { kind: "control-given", use, frame, allocated: last?.frame ?? null };
}

function allocated(frame: Pfn | null, caller: string | null, reader: Reader): Sight {
  reader.allocated = { frame, pages: 2 ** reader.order };
  if (caller === "kimage_alloc_page") {
    return { kind: "frame", destination: reader.destination, frame };
  }
  return { kind: "control-frame", use: reader.use, frame, pages: 2 ** reader.order };
}

function frameOf(address: bigint): Pfn {
  return Number(address / PAGE_SIZE_bytes);
}
