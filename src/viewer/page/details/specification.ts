import type { SpecificationSection } from "../../review/parts.ts";

type Sections = readonly SpecificationSection[];

/** The section about a state or property, or about the nearest state around it; null: none. */
export function sectionAbout(sections: Sections, subject: string): SpecificationSection | null {
  const found = sections.find((section) => section.subject === subject);
  if (found) return found;
  const around = subject.split(".").slice(0, -1).join(".");
  return around === "" ? null : sectionAbout(sections, around);
}

/**
 * The subject of the section that a link leads to; null for other places.
 *
 * @param page the page that the link stands on
 * @param href as it is written: `#gone`, `reboot.md#rebootinterruptiblefreezing`
 */
export function linkedSubject(sections: Sections, page: string, href: string): string | null {
  const [file = "", anchor = ""] = href.split("#");
  const target = file === "" ? page : file;
  const found = sections.find((one) => one.page === target && anchorOf(one.subject) === anchor);
  return found?.subject ?? null;
}

/** What a heading is called in a link: it loses its dots and its case. */
function anchorOf(subject: string): string {
  return subject.toLowerCase().replace(/[^a-z0-9_-]/g, "");
}
