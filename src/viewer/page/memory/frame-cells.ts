import type { Pfn } from "../../../memory/bounds.ts";
import { contentName, JUNK } from "../../../memory/content.ts";
import { UNLINKED } from "../../../memory/entries.ts";
import {
  contentOf,
  indexOf,
  inRegion,
  isFree,
  isLost,
  ownerOf,
  purposeOf,
  purposes,
} from "../../../memory/frames.ts";
import { isOverLimit } from "../../../memory/pages.ts";
import { isReadonly } from "../../../memory/region.ts";
import { frameName, purposeName } from "../../../model/describe.ts";
import { type Destination, destinationsAt } from "./destinations.ts";
import type { Moment } from "./moment.ts";

/** One page frame as it is drawn. */
export interface FrameCell {
  readonly id: string;
  readonly pfn: Pfn;
  /** `none`: there is no memory at this address. */
  readonly fate: "free" | "owned" | "lost" | "none";
  /** The image that owns it, or null. */
  readonly image: number | null;
  /** Crash images that have a segment here: nobody allocates a frame of the region. */
  readonly segmentOf: readonly number[];
  /** `free`, `source`, `list page 0`, `LOST (was source)`. */
  readonly use: string;
  /** Where its page goes: a frame, or null. */
  readonly goesTo: Pfn | null;
  readonly content: string;
  /** What it holds means something. */
  readonly isWritten: boolean;
  readonly isReadonly: boolean;
  readonly isOverLimit: boolean;
  readonly destinations: readonly Destination[];
  /** What it was before the step, where that is something else; null: nothing changed. */
  readonly was: Former | null;
  /** What it is in the other model, where that is something else. */
  readonly differs: Former | null;
  /** All of this in one sentence. */
  readonly label: string;
}

/** What a frame is compared with. */
export interface Neighbours {
  /** The moment before the step. */
  readonly before: Moment | null;
  /** The same moment of another model. */
  readonly other: Moment | null;
}

export function frameCell(moment: Moment, pfn: Pfn, { before, other }: Neighbours): FrameCell {
  const { layout, mem } = moment;
  if (pfn >= layout.frames) return cellBeyond(moment, pfn);
  const facts = factsOf(moment, pfn);
  const was = before && formerly(factsOf(before, pfn), facts);
  const destinations = destinationsAt(moment, pfn);
  const segmentOf = inRegion(layout, mem, pfn) ? destinations.flatMap(({ images }) => images) : [];
  const there = other && pfn < other.layout.frames ? formerly(factsOf(other, pfn), facts) : null;
  const cell = {
    id: `frame:${pfn}`,
    pfn,
    fate: fateOf(moment, pfn),
    image: isOwned(moment, pfn) ? ownerOf(layout, mem, pfn) : null,
    segmentOf,
    use: useOf(moment, pfn, segmentOf),
    goesTo: goesTo(moment, pfn),
    content: facts.content,
    isWritten: contentOf(layout, mem, pfn) !== JUNK,
    isReadonly: isReadonly(layout, mem, pfn),
    isOverLimit: isOverLimit(layout, pfn),
    destinations,
    was,
    differs: there,
  };
  return { ...cell, label: labelOf(cell, frameName(layout, mem, pfn)) };
}

function fateOf({ layout, mem }: Moment, pfn: Pfn): FrameCell["fate"] {
  if (isFree(layout, mem, pfn)) return "free";
  return isLost(layout, mem, pfn) ? "lost" : "owned";
}

function isOwned(moment: Moment, pfn: Pfn): boolean {
  return fateOf(moment, pfn) === "owned";
}

/** What a frame is used for, without its image and without where it goes. */
function useOf(moment: Moment, pfn: Pfn, segmentOf: readonly number[]): string {
  const { layout, mem } = moment;
  if (isFree(layout, mem, pfn) && segmentOf.length > 0) {
    return `segment of image${segmentOf.length > 1 ? "s" : ""}\u00a0${segmentOf.join(", ")}`;
  }
  if (!isOwned(moment, pfn)) return frameName(layout, mem, pfn);
  const purpose = purposeName(layout, mem, pfn);
  const index = indexOf(layout, mem, pfn);
  if (purposeOf(layout, mem, pfn) !== purposes.LIST) return purpose;
  return index === UNLINKED ? `${purpose}, not linked` : `${purpose}\u00a0${index}`;
}

const sources: readonly number[] = [purposes.SOURCE, purposes.UNLISTED];

function goesTo(moment: Moment, pfn: Pfn): Pfn | null {
  const { layout, mem } = moment;
  if (!isOwned(moment, pfn) || !sources.includes(purposeOf(layout, mem, pfn))) return null;
  return indexOf(layout, mem, pfn);
}

/** What two moments of a frame are compared by. */
interface Facts {
  readonly name: string;
  readonly content: string;
  readonly rights: string;
  readonly place: string;
  /** The name without the image, as a cell has it. */
  readonly use: string;
}

function factsOf(moment: Moment, pfn: Pfn): Facts {
  const { layout, mem } = moment;
  const region = pfn >= layout.bounds.frames;
  return {
    name: frameName(layout, mem, pfn),
    content: contentName(contentOf(layout, mem, pfn)),
    rights: isReadonly(layout, mem, pfn) ? "read-only" : "writable",
    place: region && inRegion(layout, mem, pfn) ? "in the crash region" : "ordinary",
    use: isOwned(moment, pfn) ? useOf(moment, pfn, []) : frameName(layout, mem, pfn),
  };
}

/** What a frame was, or is elsewhere. */
export interface Former {
  /** In a word or two, for the cell: the use counts more than what it held. */
  readonly short: string;
  readonly whole: string;
}

/** The facts that have become others, in words; null: none has. */
function formerly(former: Facts, now: Facts): Former | null {
  const fields = (["name", "content", "rights", "place"] as const).filter(
    (field) => former[field] !== now[field] || (field === "name" && former.use !== now.use),
  );
  const [first] = fields;
  if (first === undefined) return null;
  // what a frame that was free held is nobody's business
  const said = fields.filter((field) => field !== "content" || former.name !== "free");
  const whole = (said.length > 0 ? said : fields).map((field) => former[field]).join(", ");
  if (first !== "name") return { short: whole, whole };
  return { short: former.use === now.use ? former.name : former.use, whole };
}

function cellBeyond(moment: Moment, pfn: Pfn): FrameCell {
  const cell = {
    id: `frame:${pfn}`,
    pfn,
    fate: "none",
    image: null,
    segmentOf: [],
    use: "no memory",
    goesTo: null,
    content: "keeps nothing",
    isWritten: false,
    isReadonly: false,
    isOverLimit: false,
    destinations: destinationsAt(moment, pfn),
    was: null,
    differs: null,
  } as const;
  return { ...cell, label: labelOf(cell, "behind the end of memory") };
}

function labelOf(cell: Omit<FrameCell, "label">, name: string): string {
  const { pfn, fate, content, destinations, was, differs } = cell;
  const [first, ...rest] = destinations;
  const more = rest.length > 0 ? `, and ${rest.length} more` : "";
  return [
    `frame ${pfn}: ${name}`,
    fate === "none" ? null : `holds ${content}`,
    cell.isReadonly ? "read-only" : null,
    cell.isOverLimit ? "over the limit" : null,
    first ? `destination of "${first.request}" (${first.text})${more}` : null,
    was === null ? null : `changed, was ${was.whole}`,
    differs === null ? null : `differs, the other model has ${differs.whole}`,
  ]
    .filter((part) => part !== null)
    .join("; ");
}
