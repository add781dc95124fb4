import { type Entry, entryKinds, walk } from "../../../memory/entries.ts";
import { findFrame, purposes } from "../../../memory/frames.ts";
import { hasFlag, localImage, statusOf } from "../../../memory/kimage.ts";
import {
  get,
  imageFlags,
  imagePlan,
  imageStatus,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  VMCOREINFO_SAFECOPY,
} from "../../../memory/layout.ts";
import { isRelocating, nextMove } from "../../../memory/relocation.ts";
import { entryName, statusWord } from "../../../model/describe.ts";
import type { Neighbours } from "./frame-cells.ts";
import { imagesOf, type Moment, missing, range } from "./moment.ts";

/** One word of an entry list. */
export interface EntryLine {
  /** `IND_SOURCE for frame 1`. */
  readonly text: string;
  /** The frame that the word's page lies in; null: the word names no page of ours. */
  readonly page: number | null;
  /** This step wrote it. */
  readonly isNew: boolean;
}

/** An image that exists, or that was freed and is remembered. */
export interface ImageCard {
  readonly id: string;
  readonly image: number;
  readonly isLive: boolean;
  readonly status: string;
  /** What it was loaded for and what is set in its flags; empty for an image that is gone. */
  readonly facts: readonly string[];
  /** Who has its address, in words. */
  readonly holders: readonly string[];
  readonly entries: readonly EntryLine[];
  readonly was: string | null;
  readonly differs: string | null;
}

/** A page that waits where it was loaded, and where it goes when the image runs. */
export interface Arrow {
  readonly image: number;
  readonly from: number;
  readonly to: number;
  /** Relocation moves it next. */
  readonly isNext: boolean;
}

/** Every image that exists or is remembered, or that this step has freed. */
export function imageCards(moment: Moment, { before, other }: Neighbours): ImageCard[] {
  return imagesOf(moment)
    .filter((image) => statusAt(moment, image) !== null || isLive(before, image))
    .map((image) => imageCard(moment, image, { before, other }));
}

function imageCard(moment: Moment, image: number, { before, other }: Neighbours): ImageCard {
  const now = saidOf(moment, image);
  const live = isLive(moment, image);
  const list = (at: Moment): string[] => entriesOf(at, image).map(entryName);
  const known = before ? entriesOf(before, image).length : 0;
  const isNew = (i: number): boolean => before !== null && i >= known;
  return {
    id: `image:${image}`,
    image,
    isLive: live,
    status: statusAt(moment, image) ?? "freed",
    facts: live ? factsOf(moment, image) : [],
    holders: holdersOf(moment, image),
    entries: entriesOf(moment, image).map((entry, i) => ({
      text: entryName(entry),
      page: pageOf(moment, image, entry),
      isNew: isNew(i),
    })),
    was: before && elsewhere(now, saidOf(before, image)),
    differs:
      other && elsewhere([...now, ...list(moment)], [...saidOf(other, image), ...list(other)]),
  };
}

/** The words for the flags of an image. */
const flagWords: readonly (readonly [flag: number, word: string])[] = [
  [imageFlags.PRESERVE_CONTEXT, "preserve_context"],
  [imageFlags.LIST_COPIED, "segment list copied"],
  [imageFlags.VMCOREINFO, "vmcoreinfo_data_copy mapped"],
  [imageFlags.HOTPLUG_SUPPORT, "hotplug_support"],
  [imageFlags.REENTRY, "start is the re-entry point"],
];

/** What is set in an image's flags, in words; its type is one of them. */
export function flagsOf({ layout, mem }: Moment, image: number): string[] {
  const has = (flag: number): boolean => hasFlag(layout, mem, image, flag);
  const type = has(imageFlags.TYPE_CRASH) ? "KEXEC_TYPE_CRASH" : "KEXEC_TYPE_DEFAULT";
  return [type, ...flagWords.filter(([flag]) => has(flag)).map(([, word]) => word)];
}

/** Who has an image's address: slots, the pointer to the safe copy, tasks. */
export function holdersOf({ layout, mem }: Moment, image: number): string[] {
  const pointers = [
    ["kexec_image", KEXEC_IMAGE],
    ["kexec_crash_image", KEXEC_CRASH_IMAGE],
    ["vmcoreinfo_data_safecopy", VMCOREINFO_SAFECOPY],
  ] as const;
  return [
    ...pointers.filter(([, at]) => get(mem, at) === image).map(([name]) => name),
    ...range(layout.bounds.tasks)
      .filter((task) => localImage(layout, mem, task) === image)
      .map((task) => `task ${task}`),
  ];
}

/** The entries of a living image. */
function entriesOf(moment: Moment, image: number): Entry[] {
  return isLive(moment, image) ? walk(moment.layout, moment.mem, image) : [];
}

/** Every IND_SOURCE entry whose page exists, from where the page lies to where it goes. */
export function arrowsOf(moment: Moment): Arrow[] {
  const { layout, mem } = moment;
  const next = isRelocating(mem) ? nextMove(layout, mem) : null;
  return imagesOf(moment).flatMap((image) =>
    entriesOf(moment, image).flatMap((entry): Arrow[] => {
      const from = entry.kind === entryKinds.SOURCE ? pageOf(moment, image, entry) : null;
      if (from === null) return [];
      const isNext = get(mem, KEXEC_IMAGE) === image && next?.from === from;
      return [{ image, from, to: entry.value, isNext }];
    }),
  );
}

function pageOf({ layout, mem }: Moment, image: number, { kind, value }: Entry): number | null {
  const purpose =
    kind === entryKinds.SOURCE
      ? purposes.SOURCE
      : kind === entryKinds.INDIRECTION
        ? purposes.LIST
        : null;
  const pfn = purpose === null ? -1 : findFrame(layout, mem, { image, purpose, index: value });
  return pfn < 0 ? null : pfn;
}

function isLive(moment: Moment | null, image: number): boolean {
  if (!moment || image > moment.layout.imagesMax) return false;
  return statusOf(moment.layout, moment.mem, image) === imageStatus.LIVE;
}

/** In one word; null for an image that does not exist and is not remembered. */
function statusAt({ layout, mem }: Moment, image: number): string | null {
  return statusWord(statusOf(layout, mem, image));
}

function factsOf(moment: Moment, image: number): string[] {
  const { request } = imagePlan(moment.layout, moment.mem, image);
  return [`for "${request.name}"`, ...flagsOf(moment, image)];
}

/** What two moments of an image are compared by; its list is compared entry by entry. */
function saidOf(moment: Moment, image: number): string[] {
  const known = image <= moment.layout.imagesMax;
  const status = known ? (statusAt(moment, image) ?? "not allocated") : "not allocated";
  if (!isLive(moment, image)) return [status];
  const holders = holdersOf(moment, image);
  return [
    status,
    ...factsOf(moment, image),
    ...(holders.length > 0 ? holders.map((name) => `held by ${name}`) : ["held by nobody"]),
  ];
}

/** What is not so any more; a text of its own where something was only added. */
function elsewhere(now: readonly string[], then: readonly string[]): string | null {
  const [status] = then;
  if (status !== undefined && !now.includes(status)) return status;
  const gone = missing(then, now);
  if (gone.length > 0) return gone.join(", ");
  const added = missing(now, then);
  return added.length > 0 ? `without ${added.join(", ")}` : null;
}
