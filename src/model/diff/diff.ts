import type { Feature } from "../../memory/bounds.ts";
import type { Layout } from "../../memory/layout.ts";
import { type Causes, causesBetween } from "./causes.ts";
import { answerLabel, type Deed, deedLabel } from "./deed.ts";
import { lacking } from "./features.ts";
import { compiledKernel } from "./kernel.ts";
import { themes } from "./scene.ts";
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
  readonly a: readonly string[];
  readonly b: readonly string[];
}

export interface KernelDiff {
  readonly features: { readonly onlyA: readonly Feature[]; readonly onlyB: readonly Feature[] };
  readonly differences: readonly Difference[];
  /** How far was looked. */
  readonly searched: {
    readonly themes: readonly {
      readonly name: string;
      readonly pairs: number;
      /** Whether every sequence of deeds was tried, however long. */
      readonly complete: boolean;
    }[];
  };
}

/** Everything that two kernels do differently, as far as the themes go. */
export function diffKernels(a: readonly Feature[], b: readonly Feature[]): KernelDiff {
  const kernels = { a: compiledKernel(a), b: compiledKernel(b) };
  const results = themes.map((theme) => search(kernels.a, kernels.b, theme));
  const causesOf = causesBetween(a, b);
  const sightings = results.flatMap((result) => result.sightings);
  return {
    features: { onlyA: lacking(a, b), onlyB: lacking(b, a) },
    differences: grouped(kernels.a.layout, sightings, causesOf),
    searched: {
      themes: results.map(({ pairs, cut }, i) => ({
        name: themes[i]?.name ?? "",
        pairs,
        complete: !cut,
      })),
    },
  };
}

/** Calls that show the same for the same reason are one difference. */
function grouped(
  layout: Layout,
  sightings: readonly Sighting[],
  causesOf: (sighting: Sighting) => Causes,
): Difference[] {
  const groups = new Map<string, Difference & { readonly shownBy: DeedReport[] }>();
  const shortest = [...sightings].sort((x, y) => x.deeds.length - y.deeds.length); // stable
  for (const sighting of shortest) {
    const { a, b, deeds } = sighting;
    const causes = causesOf(sighting);
    const key = JSON.stringify([a, b, causes]);
    const group = groups.get(key) ?? { a, b, ...causes, shownBy: [] };
    groups.set(key, group);
    const report = reportOf(layout, deeds);
    const isSame = ({ call, answer }: DeedReport): boolean =>
      call === report.call && answer === report.answer;
    if (!group.shownBy.some(isSame)) group.shownBy.push(report);
  }
  return [...groups.values()];
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
