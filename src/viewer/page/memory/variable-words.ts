import { contentName } from "../../../memory/content.ts";
import { type EntryKind, FRAME_mask, kindOf, UNLINKED } from "../../../memory/entries.ts";
import { isLost, purposeOf, purposes } from "../../../memory/frames.ts";
import { frameAt, get, INDEX, imageAt, ROLE, STATUS } from "../../../memory/layout.ts";
import type { MemVariable } from "../../../memory/variables.ts";
import { entryName, frameName, statusWord } from "../../../model/describe.ts";
import { flagsOf } from "./image-cards.ts";
import type { Moment } from "./moment.ts";

/**
 * The value of a variable of a frame or an image, in words.
 *
 * @param title `frame 3`, `image 1`
 * @param variable its name is without the title
 */
export function variableWords(moment: Moment, title: string, variable: MemVariable): string {
  const [kind, number] = title.split(" ");
  const n = Number(number);
  return kind === "frame" ? frameWords(moment, n, variable) : imageWords(moment, n, variable);
}

function frameWords(moment: Moment, pfn: number, { name, at }: MemVariable): string {
  const { layout, mem } = moment;
  const value = get(mem, at);
  if (at === frameAt(layout, pfn) + ROLE) return frameName(layout, mem, pfn);
  if (at === frameAt(layout, pfn) + INDEX) return indexWords(moment, pfn, value);
  if (name === "content") return contentName(value);
  return value === 0 ? "no" : "yes";
}

/** The index of a frame is a destination or the number of a list page, or means nothing. */
function indexWords({ layout, mem }: Moment, pfn: number, index: number): string {
  if (isLost(layout, mem, pfn)) return "–";
  const purpose = purposeOf(layout, mem, pfn);
  const destined: readonly number[] = [purposes.SOURCE, purposes.UNLISTED, purposes.PARKED];
  if (destined.includes(purpose)) return `frame ${index}`;
  if (purpose !== purposes.LIST) return "–";
  return index === UNLINKED ? "not linked yet" : `page ${index}`;
}

function imageWords(moment: Moment, image: number, { name, at }: MemVariable): string {
  const { layout, mem } = moment;
  const value = get(mem, at);
  switch (name) {
    case "status":
      return statusWord(get(mem, imageAt(layout, image) + STATUS)) ?? "not allocated";
    case "flags":
      return flagsOf(moment, image).join(", ");
    case "request":
      return value === 0 ? "none" : `"${layout.bounds.requests[value - 1]?.name ?? value}"`;
    case "entry":
    case "last_entry":
      return value === 0 ? "head" : `word ${value}`;
    case "control_page":
      return value === 0 ? "none" : `frame ${value}`;
    case "control code page":
      return value === 0 ? "not in the region" : `frame ${value - 1}`;
    case "page tables":
      return String(value);
    default: // a word of the list
      return value === 0 ? "0" : entryName(entryOf(value));
  }
}

function entryOf(bits: number): { readonly kind: EntryKind; readonly value: number } {
  // only writeWord writes words, and it writes nothing else
  return { kind: kindOf(bits) as EntryKind, value: bits & FRAME_mask };
}
