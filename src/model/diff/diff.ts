import type { Feature } from "../../memory/bounds.ts";
import type { Layout } from "../../memory/layout.ts";
import { type Causes, causesBetween } from "./causes.ts";
import { answerLabel, type Deed, deedLabel } from "./deed.ts";
import type { Side } from "./difference.ts";
import { lacking } from "./features.ts";
import { compiledKernel } from "./kernel.ts";
import { themes as allThemes, type Theme } from "./scene.ts";
import { type Sighting, search } from "./search.ts";

/** A call, how it is answered, and the deeds before it. */
export interface DeedReport {
  readonly call: string;
  /** What fails in it; null when nothing does. */
  readonly answer: string | null;
  /** A shortest sequence of deeds before it, on which both kernels agree. */
  readonly after: readonly string[];
}

/** One way in which two kernels differ, and every call that shows it. */
export interface Difference extends Causes {
  /** The one with the fewest deeds before it comes first. */
  readonly shownBy: readonly DeedReport[];
  /** What each kernel returns, and what is so in it afterwards. */
  readonly a: Side;
  readonly b: Side;
}

export interface KernelDiff {
  readonly features: { readonly onlyA: readonly Feature[]; readonly onlyB: readonly Feature[] };
  readonly differences: readonly Difference[];
  /** The themes in which every sequence of deeds was tried, and how many pairs of states they meet. */
  readonly searched: readonly { readonly theme: string; readonly pairs: number }[];
}

/** Everything that two kernels do differently, as far as the themes go. */
export function diffKernels(
  a: readonly Feature[],
  b: readonly Feature[],
  themes: readonly Theme[] = allThemes,
): KernelDiff {
  const kernels = { a: compiledKernel(a), b: compiledKernel(b) };
  const results = themes.map((theme) => search(kernels.a, kernels.b, theme));
  const causesOf = causesBetween(a, b);
  const sightings = results.flatMap((result) => result.sightings);
  return {
    features: { onlyA: lacking(a, b), onlyB: lacking(b, a) },
    differences: grouped(kernels.a.layout, sightings, causesOf),
    searched: results.map(({ pairs }, i) => ({ theme: themes[i]?.name ?? "", pairs })),
  };
}

/** Calls that show the same for the same reason are one difference. */
function grouped(
  layout: Layout,
  sightings: readonly Sighting[],
  causesOf: (sighting: Sighting) => Causes,
): Difference[] {
  const groups = new Map<string, Difference & { readonly shownBy: DeedReport[] }>();
  for (const sighting of distinct(layout, sightings)) {
    const { a, b, told } = sighting.difference;
    const causes = causesOf(sighting);
    const results = told ? [a.result, b.result] : null;
    const key = JSON.stringify([a.facts, b.facts, results, causes]);
    const group = groups.get(key) ?? { a, b, ...causes, shownBy: [] };
    groups.set(key, group);
    const report = reportOf(layout, sighting.deeds);
    if (!isSaid(group.shownBy, sighting, report)) group.shownBy.push(report);
  }
  return [...groups.values()];
}

/**
 * Whether a call need not be told beside the others: a fault that makes no difference to the
 * difference, or a call that shows it half-way as well.
 */
function isSaid(list: readonly DeedReport[], { deeds }: Sighting, report: DeedReport): boolean {
  const kind = deeds.at(-1)?.kind;
  if (list.length > 0 && (kind === "begin" || kind === "finish")) return true;
  return list.some(
    ({ call, answer }) => call === report.call && (answer === null || answer === report.answer),
  );
}

/** One sighting of each call, answer and difference, the one with the fewest deeds before it. */
function distinct(layout: Layout, sightings: readonly Sighting[]): Sighting[] {
  const known = new Map<string, Sighting>();
  for (const sighting of [...sightings].sort((x, y) => x.deeds.length - y.deeds.length)) {
    const { call, answer } = reportOf(layout, sighting.deeds);
    const { a, b } = sighting.difference;
    const key = JSON.stringify([call, answer, a, b]);
    if (!known.has(key)) known.set(key, sighting);
  }
  return [...known.values()];
}

function reportOf(layout: Layout, deeds: readonly Deed[]): DeedReport {
  const texts = deeds.map((deed) => ({
    call: deedLabel(layout, deed),
    answer: answerLabel(layout, deed),
  }));
  const [last = { call: "", answer: null }] = texts.slice(-1);
  const after = texts
    .slice(0, -1)
    .map(({ call, answer }) => (answer === null ? call : `${call}, ${answer}`));
  return { ...last, after };
}
