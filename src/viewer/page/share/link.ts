import { address, linkTo } from "../state/route.ts";
import { walkText } from "../state/walks.ts";
import type { SharedTrace } from "./shared-trace.ts";

/** Browsers and programs that take links cut longer ones. */
const linkMax_characters = 8_000;

export interface SharedLink {
  readonly link: string;
  /** What the reader of the link needs to know, or null. */
  readonly note: string | null;
}

/**
 * The address of what is shown. A trace from a file is no part of the page: its link spells the steps
 * out, as the link of a walk does.
 *
 * @param step how many steps are taken
 */
export function sharedLink(trace: SharedTrace, step: number): SharedLink {
  const here = address();
  if (trace.item.kind !== "file") return { link: here, note: whereFrom(here) };
  const { steps, subject } = trace.playback;
  const walk = walkText(
    subject,
    steps.map(({ event }) => event),
  );
  const link = `${here.split("#")[0]}${linkTo("traces", { trace: "walk", walk, step: `${step}` })}`;
  if (link.length > linkMax_characters || walk.includes("{")) {
    return { link: here, note: `It works only where the file ${trace.item.title} is open, too.` };
  }
  return { link, note: whereFrom(link) };
}

/** A link to a file says where it lies on this disk. */
function whereFrom(link: string): string | null {
  return link.startsWith("file:")
    ? "It begins with the place of this page on your disk; elsewhere only the part from # on counts."
    : null;
}
