import type { CheckReport, PropertyReport } from "../../../model/report.ts";
import type { KernelName } from "../../../model/worlds.ts";

/** In which part of the table a property stands, the most urgent first. */
export const groupNames = [
  "broken",
  "not decided",
  "known bugs",
  "wishes",
  "holds",
  "witnessed",
] as const;
export type GroupName = (typeof groupNames)[number];

export const groupTitles: Readonly<Record<GroupName, string>> = {
  broken: "Broken promises",
  "not decided": "Not decided, or without a subject",
  "known bugs": "Known bugs of this kernel",
  wishes: "Wishes that Linux does not grant",
  holds: "Holds",
  witnessed: "Witnessed: it does happen",
};

/** What tells checks apart, also in the address. */
export function reportName({ kernel, preset, mutant }: CheckReport): string {
  return `kernel ${kernel}, ${preset}${mutant === null ? "" : `, mutant ${mutant}`}`;
}

/** Of checks, from the worst to the best. */
const verdictOrder = ["violated", "incomplete", "holds"] as const;

/** Checks with the same verdict together, the worst first. */
export function byVerdict(reports: readonly CheckReport[]): (readonly CheckReport[])[] {
  return verdictOrder
    .map((verdict) => reports.filter((report) => report.verdict === verdict))
    .filter((same) => same.length > 0);
}

/** How many states a check has seen, in all of its worlds. */
export function statesOf({ worlds }: CheckReport): number {
  return worlds.reduce((sum, world) => sum + world.states, 0);
}

/**
 * The check that a reader sees first: of those with the worst verdict the one of the page's kernel.
 *
 * @param kernel of the page, null: not known yet
 */
export function mostUrgent(
  reports: readonly CheckReport[],
  kernel: KernelName | null,
): CheckReport | undefined {
  const [worst = []] = byVerdict(reports);
  return worst.find((report) => report.kernel === kernel) ?? worst[0];
}

/** How a verdict is shown: never by colour alone. */
export interface Look {
  readonly kind: "good" | "bad" | "warn" | "wish";
  readonly sign: string;
  readonly word: string;
}

export function groupOf({ ok, outcome, expect }: PropertyReport): GroupName {
  if (outcome === "unknown" || outcome === "vacuous" || outcome === "unwitnessed") {
    return "not decided";
  }
  if (!ok) return "broken";
  if (outcome === "witnessed") return "witnessed";
  if (expect.kind === "weakness") return "wishes";
  return expect.kind === "known-violation" ? "known bugs" : "holds";
}

export function lookOf(property: PropertyReport): Look {
  const { ok, outcome, expect } = property;
  switch (outcome) {
    case "holds":
      return ok
        ? { kind: "good", sign: "✓", word: "holds" }
        : { kind: "bad", sign: "✗", word: "HOLDS, was expected to fail" };
    case "violated":
      if (!ok) return { kind: "bad", sign: "✗", word: "VIOLATED" };
      if (expect.kind === "weakness") return { kind: "wish", sign: "☁", word: "not granted" };
      return { kind: "bad", sign: "✗", word: "violated, as known" };
    case "witnessed":
      return { kind: "good", sign: "✓", word: "witnessed" };
    case "unwitnessed":
      return { kind: "bad", sign: "✗", word: "UNWITNESSED" };
    case "vacuous":
      return { kind: "warn", sign: "∅", word: "VACUOUS" };
    case "unknown":
      return { kind: "warn", sign: "?", word: "UNKNOWN" };
  }
}

/** What a reader may restrict the table to. */
export interface VerdictFilter {
  readonly text: string;
  /** null: all. */
  readonly group: GroupName | null;
  readonly kind: string | null;
}

/** The properties of a report that a filter lets pass, group by group. */
export function verdictGroups(
  { properties }: CheckReport,
  { text, group, kind }: VerdictFilter,
): { readonly name: GroupName; readonly properties: readonly PropertyReport[] }[] {
  const wanted = text.trim().toLowerCase();
  const found = properties.filter((property) => {
    const { name, statement, source } = property;
    const said = `${name} ${statement} ${source}`.toLowerCase();
    return said.includes(wanted) && (kind === null || property.kind === kind);
  });
  return groupNames
    .filter((name) => group === null || name === group)
    .map((name) => ({ name, properties: found.filter((one) => groupOf(one) === name) }))
    .filter((one) => one.properties.length > 0);
}
