import {
  KEXEC_ARCH,
  KEXEC_ARCH_DEFAULT,
  KEXEC_ARCH_MASK,
  KEXEC_ON_CRASH,
  KEXEC_PRESERVE_CONTEXT,
  KEXEC_SEGMENT_MAX,
} from "../src/kernel/kexec.ts";
import { crashEnd, crashStart, type Feature } from "../src/memory/bounds.ts";
import { isKilled, lockHolder } from "../src/memory/call.ts";
import { listFull } from "../src/memory/entries.ts";
import { localImage } from "../src/memory/kimage.ts";
import {
  get,
  imageAt,
  KEXEC_CRASH_IMAGE,
  KEXEC_LOAD_DISABLED,
  type Layout,
  type Mem,
  planOf,
  TABLES,
} from "../src/memory/layout.ts";
import { allSegmentsLoaded, currentPage, segmentLoaded } from "../src/memory/loading.ts";
import {
  destinationHasSource,
  isDestination,
  isOverLimit,
  parkedHit,
} from "../src/memory/pages.ts";
import { nextHole } from "../src/memory/region.ts";
import { isOnCrash, isUnload, type Request } from "../src/memory/request.ts";
import * as rules from "../src/memory/segments.ts";
import { slotOccupied } from "../src/memory/slots.ts";
import { question, taskQuestion } from "./steps.ts";

const controlPages = ["kimage_alloc_normal_control_pages"] as const;
const anyPage = ["kimage_alloc_normal_control_pages", "kimage_alloc_page"] as const;
const outcomes = [
  "do_kimage_alloc_init",
  "copy_user_segment_list",
  "machine_kexec_prepare",
  "kimage_crash_copy_vmcoreinfo",
  "copy_from_user",
  "machine_kexec_post_load",
] as const;

/** The questions that the kernel asks, in the order of a call. */
export function guards(layout: Layout) {
  const { bounds } = layout;
  const request = (ask: (request: Request) => boolean) =>
    taskQuestion((mem, task) => ask(planOf(layout, mem, task).request));
  const task = (ask: (layout: Layout, mem: Mem, task: number) => boolean) =>
    taskQuestion((mem, caller) => ask(layout, mem, caller));
  const image = (ask: (mem: Mem, image: number) => boolean) =>
    taskQuestion((mem, caller) => ask(mem, localImage(layout, mem, caller)));

  return {
    // kexec_load_check, and the system call itself
    lacksCapSysBoot: request(({ capSysBoot }) => !capSysBoot),
    kexecLoadDisabled: taskQuestion((mem) => get(mem, KEXEC_LOAD_DISABLED) !== 0),
    lsmRefuses: request(({ lsm }) => lsm !== 0),
    lockedDown: request(({ lockdown }) => lockdown !== 0),
    unknownFlags: request(({ flags }) => hasUnknownFlags(flags, bounds.features)),
    tooManySegments: request(({ nr_segments }) => nr_segments > KEXEC_SEGMENT_MAX),
    foreignArchitecture: request(({ flags }) => isForeign(flags)),
    lockHeld: taskQuestion((mem) => lockHolder(mem) >= 0),

    /** The list is in kernel memory already when the lock is tried. */
    listCopiedBeforeLock: taskQuestion(() => bounds.features.includes("list-copied-before-lock")),

    // do_kexec_load
    onCrash: request(isOnCrash),
    normalLoad: request((asked) => !isOnCrash(asked) && !isUnload(asked)),
    unloads: request(isUnload),
    unloadsImage: taskQuestion(
      (mem, caller) =>
        isUnload(planOf(layout, mem, caller).request) && slotOccupied(layout, mem, caller),
    ),
    /** (flags & KEXEC_ON_CRASH) && kexec_crash_image */
    onCrashOverLoaded: taskQuestion(
      (mem, caller) =>
        isOnCrash(planOf(layout, mem, caller).request) && get(mem, KEXEC_CRASH_IMAGE) !== 0,
    ),
    slotOccupied: task(slotOccupied),

    // kimage_alloc_init
    entryBelowRegion: request((asked) => isOnCrash(asked) && asked.entry < crashStart(bounds)),
    entryAboveRegion: request((asked) => isOnCrash(asked) && asked.entry > crashEnd(bounds)),
    /** The event says that the step failed. */
    fails: question(outcomes, (_mem, event) => event.outcome !== "ok"),

    // sanity_check_segment_list
    someSegmentWraps: request(({ segments }) => rules.someSegmentWraps(segments)),
    someSegmentUnaligned: request(({ segments }) => rules.someSegmentUnaligned(segments)),
    someSegmentBeyondLimit: request(({ segments }) =>
      rules.someSegmentBeyondLimit(segments, bounds),
    ),
    someSegmentsOverlap: request(({ segments }) => rules.someSegmentsOverlap(segments)),
    someBufferTooLong: request(({ segments }) => rules.someBufferTooLong(segments)),
    someSegmentTooLarge: request(({ segments }) => rules.someSegmentTooLarge(segments, bounds)),
    allSegmentsTooLarge: request(({ segments }) => rules.allSegmentsTooLarge(segments, bounds)),
    someSegmentBelowRegion: request(
      (asked) => isOnCrash(asked) && rules.someSegmentBelowRegion(asked.segments, bounds),
    ),
    someSegmentAboveRegion: request(
      (asked) => isOnCrash(asked) && rules.someSegmentAboveRegion(asked.segments, bounds),
    ),

    // kimage_alloc_control_pages, machine_kexec_prepare, kimage_crash_copy_vmcoreinfo
    /** The allocator has no page, or gives none to a task with a fatal signal. */
    noPage: question(
      anyPage,
      (mem, event) => event.frame === null || isKilled(layout, mem, event.task),
    ),
    noPageAndSourceFreed: question(
      ["kimage_alloc_page"],
      (mem, event) =>
        bounds.features.includes("frees-unlisted-source-page") &&
        (event.frame === null || isKilled(layout, mem, event.task)),
    ),
    pageIsDestination: question(
      controlPages,
      (mem, { task: caller, frame }) =>
        frame !== null && isDestination(layout, mem, localImage(layout, mem, caller), frame),
    ),
    pageOverLimit: question(
      anyPage,
      (_mem, { frame }) => frame !== null && isOverLimit(layout, frame),
    ),
    noHole: image((mem, own) => nextHole(layout, mem, own) < 0),
    tablesComplete: image(
      (mem, own) => get(mem, imageAt(layout, own) + TABLES) === bounds.tablePages,
    ),
    preservesContext: request(({ flags }) => (flags & KEXEC_PRESERVE_CONTEXT) !== 0),

    // kimage_load_segment
    allSegmentsLoaded: task(allSegmentsLoaded),
    segmentLoaded: task(segmentLoaded),
    listFull: image((mem, own) => listFull(layout, mem, own)),
    parkedHit: taskQuestion((mem, caller) => parkedHit(layout, mem, caller) >= 0),
    pageInPlace: question(
      ["kimage_alloc_page"],
      (mem, { task: caller, frame }) => frame === currentPage(layout, mem, caller).destination,
    ),
    pageIsNobodys: question(
      ["kimage_alloc_page"],
      (mem, { task: caller, frame }) =>
        frame !== null && !isDestination(layout, mem, localImage(layout, mem, caller), frame),
    ),
    destinationHasSource: question(
      ["kimage_alloc_page"],
      (mem, { task: caller, frame }) =>
        frame !== null && destinationHasSource(layout, mem, caller, frame),
    ),
    nothingToCopy: taskQuestion((mem, caller) => currentPage(layout, mem, caller).chunk === "none"),

    // out
    hasImage: image((_mem, own) => own !== 0),
    notKilled: taskQuestion((mem, caller) => !isKilled(layout, mem, caller)),
  };
}

/** Flags beside the architecture that this kernel does not know. */
export function hasUnknownFlags(flags: number, features: readonly Feature[]): boolean {
  const jump = features.includes("kexec-jump") ? KEXEC_PRESERVE_CONTEXT : 0;
  const known = KEXEC_ON_CRASH | jump;
  return (flags & known) !== (flags & ~KEXEC_ARCH_MASK);
}

/** An architecture that is neither the kernel's own nor left open. */
export function isForeign(flags: number): boolean {
  const arch = flags & KEXEC_ARCH_MASK;
  return arch !== (KEXEC_ARCH | 0) && arch !== KEXEC_ARCH_DEFAULT;
}
