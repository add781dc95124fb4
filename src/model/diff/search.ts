import { type Answer, type Deed, isInterrupt, other } from "./deed.ts";
import { type Difference, differenceOf } from "./difference.ts";
import { lostFrames } from "./facts.ts";
import type { Kernel, KernelState } from "./kernel.ts";
import { answered, type Both, perform, type Run, type Turn } from "./perform.ts";
import { entryOf, type Theme } from "./scene.ts";

/** A deed after which two kernels differ, and how to get there. */
export interface Sighting {
  /** Deeds that both kernels did with the same results; the last one is where they differ. */
  readonly deeds: readonly Deed[];
  readonly difference: Difference;
}

/** What a search of one theme saw. */
export interface SearchResult {
  /** Fewest deeds first. */
  readonly sightings: readonly Sighting[];
  /** Pairs of states from which everything was tried. */
  readonly pairs: number;
}

/** The same deeds, done to two kernels. */
interface Pair extends Both<KernelState> {
  readonly deeds: readonly Deed[];
  /** Whether the other task is inside a call. */
  readonly begun: boolean;
}

/**
 * Drives two kernels in lockstep through every sequence of a theme's deeds, however long, breadth
 * first. It ends, since there are finitely many states between calls: some dozen pairs in a theme.
 *
 * Where users could tell the two apart, the search does not go on. A difference that only the
 * kernels themselves know is told, and the search goes on from there.
 */
export function search(a: Kernel, b: Kernel, theme: Theme): SearchResult {
  const sightings: Sighting[] = [];
  const pairs = new Pairs({ a: a.initial, b: b.initial, deeds: [], begun: false });
  /** @returns whether the two kernels still look the same */
  const follow = (pair: Pair, deed: Deed, runs: Both<Run>): boolean => {
    const difference = differenceOf(a.layout, pair, { deed, runs });
    const deeds = [...pair.deeds, deed];
    if (difference) sightings.push({ deeds, difference });
    if (difference?.visible) return false;
    const begun = deed.kind === "begin" || (pair.begun && deed.kind !== "finish");
    if (goesOn(a, runs)) pairs.add({ a: runs.a.after, b: runs.b.after, deeds, begun });
    return true;
  };
  for (const pair of pairs.all) {
    for (const deed of deedsOf(theme, pair)) {
      const runs = { a: perform(a, pair.a, deed), b: perform(b, pair.b, deed) };
      if (deed.kind === "begin" && !(runs.a.reached && runs.b.reached)) continue;
      if (!follow(pair, deed, runs) || deed.kind !== "call") continue;
      for (const answer of answersTo(runs)) {
        const both = { a: answered(a, runs.a, answer), b: answered(b, runs.b, answer) };
        if (isComparable(answer, both)) follow(pair, { ...deed, answer }, both);
      }
    }
  }
  return { sightings, pairs: pairs.all.length };
}

/** The pairs of states that were reached, each once; the list grows while it is read. */
class Pairs {
  readonly all: Pair[] = [];
  readonly #known = new Set<string>();

  constructor(first: Pair) {
    this.add(first);
  }

  add(pair: Pair): void {
    const key = `${pair.a.key()}|${pair.b.key()}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.all.push(pair);
  }
}

function deedsOf({ calls, begun, events }: Theme, pair: Pair): Deed[] {
  return [
    ...calls.map((asked): Deed => ({ kind: "call", enter: entryOf(asked, 0), answer: null })),
    ...events.map((event): Deed => ({ kind: "event", event })),
    ...(pair.begun
      ? [{ kind: "finish" } as const]
      : begun.flatMap(({ asked, fault }) =>
          stops.map((stop): Deed => ({ kind: "begin", enter: entryOf(asked, other), stop, fault })),
        )),
  ];
}

const stops = [
  { before: "copy_user_segment_list" },
  { before: "copy_from_user" },
  { after: "kexec_unlock" },
] as const;

/** What else could happen in the call to either kernel, in an order that both have. */
function answersTo({ a, b }: Both<Run>): Answer[] {
  const all = new Map<string, Turn>([...a.turns, ...b.turns]);
  return [...all].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, { answer }]) => answer);
}

/** A fault that one kernel never asks for is a difference; what happens before no step is none. */
function isComparable({ event }: Answer, { a, b }: Both<Run>): boolean {
  if (!a.reached && !b.reached) return false;
  return !isInterrupt(event) || (a.reached && b.reached);
}

/**
 * Nobody calls a kernel that has ended, and a task that is dead or waits calls no more. Where only
 * one kernel was asked something, or a page is lost, what follows is not the same deed.
 */
function goesOn({ layout }: Kernel, { a, b }: Both<Run>): boolean {
  if (a.reached !== b.reached) return false;
  return [a, b].every(
    ({ result, after }) =>
      (result === null || /^-?(\d+|E[A-Z]+)$/.test(result)) && lostFrames(layout, after) === 0,
  );
}
