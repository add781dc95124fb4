import type { AddressRange } from "./config.ts";
import { forEachKimageEntry } from "./entry-list.ts";
import {
  frameOf,
  framesOf,
  inCrashRegion,
  type Memory,
  type Oops,
  type Purpose,
  pageOf,
} from "./memory.ts";
import type {
  KernelState,
  Kimage,
  LoadLimit,
  MachineState,
  Slot,
  Task,
  UserSegment,
} from "./state.ts";

/**
 * Whose a frame is: an installed image's; `image` for the local variable of a thread that runs or
 * is gone (in the making, or after the xchg to be freed); `lost` if taken and no image reaches it.
 */
export type Owner = Slot | "image" | "lost";

export interface FrameView {
  /** Null for a frame of the crash region that no image uses. */
  readonly owner: Owner | null;
  /** Our number of the owning image; null for a frame that is lost or unused. */
  readonly image: number | null;
  readonly purpose: Purpose | null;
  /** Attributes in the kernel's own mapping. */
  readonly writable: boolean;
  readonly executable: boolean;
  /** A copy of its bytes. */
  readonly bytes: Uint8Array;
}

export interface ImageView {
  readonly id: number;
  readonly type: Kimage["type"];
  readonly start: bigint;
  readonly preserve_context: boolean;
  readonly hotplug_support: boolean;
  readonly nr_segments: number;
  /** First frame of the control code buffer. */
  readonly control_code_page: number | null;
  readonly swap_page: number | null;
  readonly vmcoreinfo_data_copy: number | null;
}

/** What can be seen of the kernel between two steps. */
export interface Observation {
  readonly machine: MachineState;
  /** freeze_processes stopped every thread that is in a system call but one. */
  readonly frozen: boolean;
  /** The thread that panics. */
  readonly panic_cpu: number | null;
  readonly kexec_loaded: 0 | 1;
  readonly kexec_crash_loaded: 0 | 1;
  readonly kexec_load_disabled: boolean;
  /** The thread that holds the lock. */
  readonly lockHolder: number | null;
  /** The thread that holds system_transition_mutex. */
  readonly system_transition_mutex: number | null;
  /** How many calls are still allowed; -1 is no limit. */
  readonly load_limits: Readonly<Record<LoadLimit, number>>;
  /** The crash region as it is now, end inclusive. */
  readonly crashk_res: AddressRange;
  readonly kexec_image: ImageView | null;
  readonly kexec_crash_image: ImageView | null;
  /** The images that threads hold in their local variable, by thread. */
  readonly images: ReadonlyMap<number, ImageView>;
  /** Where the kernel's safe copy of vmcoreinfo is, and whose; `lost` if its image is gone. */
  readonly vmcoreinfo_data_safecopy: {
    readonly frame: number;
    readonly owner: Owner;
    /** Our number of the image, which may be gone. */
    readonly image: number;
  } | null;
  /** Every frame that is not free, and every frame of the crash region; lowest first. */
  readonly frames: ReadonlyMap<number, FrameView>;
  /** Frames that the kernel's own mapping cannot write, free ones included. */
  readonly readOnly: ReadonlySet<number>;
  /** What would have stopped a real kernel; empty unless a bug is planted. */
  readonly oopses: readonly Oops[];
}

/** The image that reaches a frame. */
interface Use {
  readonly owner: Owner;
  readonly image: number;
  /** In the crash region; elsewhere the page allocator's books say it. */
  readonly purpose: Purpose | null;
}

/** Looks at the kernel without changing it. */
export function observe(kernel: KernelState): Observation {
  const { slots, memory } = kernel;
  const safecopy = kernel.vmcoreinfo_data_safecopy;
  return {
    machine: kernel.machine,
    frozen: kernel.frozenBy !== null,
    panic_cpu: kernel.panic_cpu,
    kexec_loaded: slots.kexec_image === null ? 0 : 1,
    kexec_crash_loaded: slots.kexec_crash_image === null ? 0 : 1,
    kexec_load_disabled: kernel.kexec_load_disabled,
    lockHolder: kernel.kexec_mutex,
    system_transition_mutex: kernel.system_transition_mutex,
    load_limits: { ...kernel.load_limits },
    crashk_res: memory.crashk_res,
    kexec_image: viewOf(slots.kexec_image),
    kexec_crash_image: viewOf(slots.kexec_crash_image),
    images: imagesOfCalls(kernel),
    vmcoreinfo_data_safecopy:
      safecopy === null ? null : { ...safecopy, owner: ownerOf(kernel, safecopy.image) },
    frames: framesInUse(kernel),
    readOnly: new Set(memory.readOnly),
    oopses: [...memory.oopses],
  };
}

function viewOf(image: Kimage | null): ImageView | null {
  if (image === null) return null;
  return {
    id: image.id,
    type: image.type,
    start: image.start,
    preserve_context: image.preserve_context,
    hotplug_support: image.hotplug_support,
    nr_segments: image.segment.length,
    control_code_page: image.control_code_page?.frame ?? null,
    swap_page: image.swap_page?.frame ?? null,
    vmcoreinfo_data_copy: image.vmcoreinfo_data_copy,
  };
}

function imagesOfCalls({ calls }: KernelState): Map<number, ImageView> {
  const images = new Map<number, ImageView>();
  for (const { thread, image } of calls) {
    const view = viewOf(image);
    if (view !== null) images.set(thread, view);
  }
  return images;
}

function ownerOf({ slots, calls }: KernelState, image: number): Owner {
  if (slots.kexec_image?.id === image) return "kexec_image";
  if (slots.kexec_crash_image?.id === image) return "kexec_crash_image";
  return [...calls].some((call) => call.image?.id === image) ? "image" : "lost";
}

function framesInUse(kernel: KernelState): Map<number, FrameView> {
  const { memory } = kernel;
  const uses = reachableFrames(kernel);
  const crash = Array.from(
    { length: memory.crash.end - memory.crash.first },
    (_, index) => memory.crash.first + index,
  );
  const frames = [...memory.taken.keys(), ...crash].sort((a, b) => a - b);
  return new Map(
    frames.map((frame) => {
      const use = uses.get(frame);
      const taken = memory.taken.get(frame);
      const view: FrameView = {
        owner: use?.owner ?? (taken === undefined ? null : "lost"),
        image: use?.image ?? null,
        purpose: taken ?? use?.purpose ?? null,
        writable: !memory.readOnly.has(frame),
        executable: memory.executable.has(frame),
        bytes: pageOf(memory, frame).slice(),
      };
      return [frame, view];
    }),
  );
}

/** Every frame that the images in the slots and in local variables reach, the slots' first. */
function reachableFrames(kernel: KernelState): Map<number, Use> {
  const { slots, calls, memory } = kernel;
  const uses = new Map<number, Use>();
  const claim = (image: Kimage | null, owner: Owner, call?: Task): void => {
    if (image === null) return;
    const use = { owner, image: image.id };
    const crashFrames = crashFramesOf(memory, image);
    for (const [frame, purpose] of crashFrames) uses.set(frame, { ...use, purpose });
    for (const frame of allocatedFramesOf(memory, image, call)) {
      if (!uses.has(frame)) uses.set(frame, { ...use, purpose: null });
    }
  };
  claim(slots.kexec_image, "kexec_image");
  claim(slots.kexec_crash_image, "kexec_crash_image");
  for (const call of calls) claim(call.image, "image", call);
  return uses;
}

/** What the page allocator gave to an image, as its own lists tell. */
function* allocatedFramesOf(memory: Memory, image: Kimage, call?: Task): Generator<number> {
  for (const block of image.control_pages) yield* framesOf(block);
  for (const block of image.extra_pages) yield* framesOf(block);
  yield* image.dest_pages;
  yield* image.unusable_pages;
  for (const { kind, address } of forEachKimageEntry(memory, image)) {
    if (kind === "INDIRECTION" || kind === "SOURCE") yield frameOf(memory, address);
  }
  if (call !== undefined && call.page !== null) yield call.page;
}

/** The frames of the crash region that a crash image uses. */
function crashFramesOf(memory: Memory, image: Kimage): Map<number, Purpose> {
  const frames = new Map<number, Purpose>();
  if (image.type !== "KEXEC_TYPE_CRASH") return frames;
  const page = BigInt(memory.page_bytes);
  for (let frame = memory.crash.first; inCrashRegion(memory, frame); frame += 1) {
    const start = BigInt(frame) * page;
    const inside = ({ mem, memsz }: UserSegment): boolean =>
      start + page > mem && start < mem + memsz;
    if (image.segment.some(inside)) frames.set(frame, "segment");
  }
  for (const { block, purpose } of image.crash_pages) {
    for (const frame of framesOf(block)) frames.set(frame, purpose);
  }
  return frames;
}
