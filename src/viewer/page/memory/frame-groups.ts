import type { Pfn } from "../../../memory/bounds.ts";
import { isFree, isLost, regionEnd } from "../../../memory/frames.ts";
import { isControlCode, isReadonly } from "../../../memory/region.ts";
import { destinationsBeyond } from "./destinations.ts";
import { type FrameCell, frameCell, type Neighbours } from "./frame-cells.ts";
import { counted, type Moment, range } from "./moment.ts";

/** Page frames that stand together. */
export interface FrameGroup {
  readonly kind: "ordinary" | "region" | "returned";
  readonly title: string;
  /** What is true of all of them: how many, how many are free, who may write them. */
  readonly facts: readonly string[];
  /** What that was before the step, where it changed. */
  readonly was: readonly string[];
  /** Every frame of the group may only be read. */
  readonly isReadonly: boolean;
  readonly cells: readonly FrameCell[];
}

/**
 * Every page frame: ordinary memory, the crash region, and what was taken from its end. Where an
 * image wants a frame behind the end of memory, its place stands with ordinary ones.
 */
export function frameGroups(moment: Moment, neighbours: Neighbours): FrameGroup[] {
  const { layout, mem } = moment;
  const { frames } = layout.bounds;
  const end = regionEnd(layout, mem);
  const cells = (from: Pfn, to: Pfn): FrameCell[] =>
    range(to - from).map((i) => frameCell(moment, from + i, neighbours));
  const beyond = destinationsBeyond(moment).map((pfn) => frameCell(moment, pfn, neighbours));
  return [
    plain("ordinary", "ordinary frames", ordinaryFacts(moment), [...cells(0, frames), ...beyond]),
    regionGroup(moment, neighbours.before, cells(frames, end)),
    plain(
      "returned",
      "given back by the region",
      ["ordinary frames now"],
      cells(end, layout.frames),
    ),
  ].filter(({ kind, cells: all }) => all.length > 0 || kind === "region");
}

function plain(
  kind: FrameGroup["kind"],
  title: string,
  facts: readonly string[],
  cells: readonly FrameCell[],
): FrameGroup {
  return { kind, title, facts, was: [], isReadonly: false, cells };
}

function ordinaryFacts({ layout, mem }: Moment): string[] {
  const all = range(layout.bounds.frames);
  const free = all.filter((pfn) => isFree(layout, mem, pfn)).length;
  const lost = all.filter((pfn) => isLost(layout, mem, pfn)).length;
  return [`${free} of ${all.length} free`, ...(lost > 0 ? [`${lost} LOST`] : [])];
}

function regionGroup(
  moment: Moment,
  before: Moment | null,
  cells: readonly FrameCell[],
): FrameGroup {
  const facts = regionFacts(moment);
  const former = before ? regionFacts(before) : facts;
  return {
    kind: "region",
    title: "crash region",
    facts,
    was: former.filter((text) => !facts.includes(text)),
    isReadonly: cells.length > 0 && facts.some((text) => text.startsWith("read-only")),
    cells,
  };
}

function regionFacts(moment: Moment): string[] {
  const { layout, mem } = moment;
  const size = regionEnd(layout, mem) - layout.bounds.frames;
  const { crashFrames } = layout.bounds;
  const shrunk = size < crashFrames ? `, shrunk from ${crashFrames}` : "";
  return [`${counted(size, "page")}${shrunk}`, ...(size > 0 ? [rightsOf(moment)] : [])];
}

/** Who may write the region; the control code page of a crash image has rights of its own. */
function rightsOf({ layout, mem }: Moment): string {
  const region = range(regionEnd(layout, mem) - layout.bounds.frames).map(
    (i) => layout.bounds.frames + i,
  );
  const closed = region.filter((pfn) => isReadonly(layout, mem, pfn));
  const open = region.filter((pfn) => !isReadonly(layout, mem, pfn));
  if (open.length === 0) return "read-only";
  if (closed.length === 0) return "writable";
  const exceptions = (pfns: readonly Pfn[]): string => {
    const code = pfns.every((pfn) => isControlCode(layout, mem, pfn)) ? " (control code)" : "";
    return ` but frame${pfns.length > 1 ? "s" : ""} ${pfns.join(", ")}${code}`;
  };
  return closed.length >= open.length
    ? `read-only${exceptions(open)}`
    : `writable${exceptions(closed)}`;
}
