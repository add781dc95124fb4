import { type Answer, answerLabel, type Deed, deedLabel, isInterrupt, other } from "./deed.ts";
import { type Facts, innerFacts, lostFrames, slotNames, visibleFacts } from "./facts.ts";
import { type Kernel, type KernelState, nameOf } from "./kernel.ts";
import { perform, type Run } from "./perform.ts";
import { entryOf, type Theme } from "./scene.ts";

/** A deed after which two kernels differ, and how to get there. */
export interface Sighting {
  readonly theme: string;
  /** Deeds that both kernels did with the same results; the last one is where they differ. */
  readonly deeds: readonly Deed[];
  /** Which facts differ, and whether what the call returns does. */
  readonly facts: readonly string[];
  /** What each kernel shows for them. */
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** What a search of one theme saw. */
export interface SearchResult {
  readonly sightings: readonly Sighting[];
  /** Pairs of states from which everything was tried. */
  readonly pairs: number;
  /** Whether there were longer sequences of deeds that lead to new pairs. */
  readonly cut: boolean;
}

interface Pair {
  readonly a: KernelState;
  readonly b: KernelState;
  readonly deeds: readonly Deed[];
  /** Whether the other task is inside a call. */
  readonly begun: boolean;
}

/** Deeds before the one that differs, at most. */
export const deedsBefore_max = 4;

/**
 * Drives two kernels in lockstep through every order of a theme's deeds, breadth first.
 *
 * Where users could tell the two apart, the search does not go on; a difference that only the
 * kernels themselves know is told, and then the states are compared as they are from there.
 */
export function search(a: Kernel, b: Kernel, theme: Theme): SearchResult {
  const sightings = new Map<string, Sighting>();
  const known = new Set<string>();
  const pairs: Pair[] = [];
  let cut = false;
  const add = (pair: Pair): void => {
    const key = `${pair.a.key()}|${pair.b.key()}`;
    if (known.has(key)) return;
    if (pair.deeds.length > deedsBefore_max) {
      cut = true;
      return;
    }
    known.add(key);
    pairs.push(pair);
  };
  add({ a: a.initial, b: b.initial, deeds: [], begun: false });
  for (const pair of pairs) {
    for (const deed of deedsOf(theme, pair)) {
      const runs = { a: perform(a, pair.a, deed), b: perform(b, pair.b, deed) };
      if (deed.kind === "begin" && !(runs.a.reached && runs.b.reached)) continue;
      if (follow(pair, deed, runs) && deed.kind === "call") {
        for (const answer of answersTo(runs)) {
          const answered: Deed = { ...deed, answer };
          const both = { a: perform(a, pair.a, answered), b: perform(b, pair.b, answered) };
          if (isComparable(answer, both)) follow(pair, answered, both);
        }
      }
    }
  }
  return { sightings: [...sightings.values()], pairs: pairs.length, cut };

  /** @returns whether the two kernels still look the same */
  function follow(pair: Pair, deed: Deed, runs: Runs): boolean {
    const deeds = [...pair.deeds, deed];
    const difference = compare(a, pair, { deed, runs });
    if (difference) {
      const sighting = { theme: theme.name, deeds, ...difference };
      const key = sightingKey(a, deed, sighting);
      if (!sightings.has(key)) sightings.set(key, sighting);
      if (difference.visible) return false;
    }
    if (goesOn(a, runs)) {
      const begun = deed.kind === "begin" || (pair.begun && deed.kind !== "finish");
      add({ a: runs.a.after, b: runs.b.after, deeds, begun });
    }
    return true;
  }
}

interface Runs {
  readonly a: Run;
  readonly b: Run;
}

function sightingKey({ layout }: Kernel, deed: Deed, { a, b }: Sighting): string {
  return JSON.stringify([deedLabel(layout, deed), answerLabel(layout, deed), a, b]);
}

/** A fault that one kernel never asks for is a difference; what happens before no step is none. */
function isComparable({ event }: Answer, { a, b }: Runs): boolean {
  return !isInterrupt(event) || (a.reached && b.reached);
}

/**
 * Nobody calls a kernel that has ended, and a task that is dead or waits calls no more. Where only
 * one kernel was asked something, or a page is lost, what follows is not the same deed.
 */
function goesOn({ layout }: Kernel, { a, b }: Runs): boolean {
  if (a.reached !== b.reached) return false;
  return [a, b].every(
    ({ result, after }) =>
      (result === null || /^-?(\d+|E[A-Z]+)$/.test(result)) && lostFrames(layout, after) === 0,
  );
}

function deedsOf({ calls, begun, events }: Theme, pair: Pair): Deed[] {
  return [
    ...calls.map((asked): Deed => ({ kind: "call", enter: entryOf(asked, 0), answer: null })),
    ...events.map((event): Deed => ({ kind: "event", event })),
    ...(pair.begun
      ? [{ kind: "finish" } as const]
      : begun.flatMap((asked) =>
          stops.map((stop): Deed => ({ kind: "begin", enter: entryOf(asked, other), stop })),
        )),
  ];
}

const stops = [
  { before: "copy_user_segment_list" },
  { before: "copy_from_user" },
  { after: "kexec_unlock" },
] as const;

/** What else could happen in the call to either kernel, in an order that both have. */
function answersTo({ a, b }: Runs): Answer[] {
  const all = new Map([...a.alternatives, ...b.alternatives].map((one) => [answerName(one), one]));
  return [...all].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, answer]) => answer);
}

function answerName({ at, event }: Answer): string {
  return `${at.type} ${String(at.nth).padStart(3)} ${nameOf(event)}`;
}

interface Difference {
  readonly visible: boolean;
  readonly facts: readonly string[];
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** How two kernels differ after a deed, where they did not differ in the same way before it. */
function compare(
  { layout }: Kernel,
  before: Pair,
  { deed, runs }: { readonly deed: Deed; readonly runs: Runs },
): Difference | null {
  const told = runs.a.result !== runs.b.result;
  if (!told && runs.a.after.key() === runs.b.after.key()) return null;
  for (const [factsOf, visible] of [
    [visibleFacts, true],
    [innerFacts, false],
  ] as const) {
    const was = { a: factsOf(layout, before.a), b: factsOf(layout, before.b) };
    const is = { a: factsOf(layout, runs.a.after), b: factsOf(layout, runs.b.after) };
    const facts = [...is.a.keys()].filter((name) => {
      const [now, then] = [is, was].map(({ a, b }) => apart(a.get(name), b.get(name)));
      return now !== null && now !== then;
    });
    if (facts.length === 0 && !(visible && told)) continue;
    const say = (side: "a" | "b"): string[] => [
      ...resultText(runs[side], deed),
      ...facts.flatMap((name) =>
        factText(name, { was: was[side], is: is[side], told, ...runs[side] }),
      ),
    ];
    return { visible, facts, a: say("a"), b: say("b") };
  }
  return null;
}

function resultText({ result, reached }: Run, deed: Deed): string[] {
  if (result === null) return [];
  const asked = deed.kind !== "call" || deed.answer === null || reached;
  return [asked ? result : `${result} without that step`];
}

/** How two values differ, or null when they do not: numbers by how much. */
function apart(a = "", b = ""): string | null {
  if (a === b) return null;
  const by = Number(a) - Number(b);
  return Number.isNaN(by) ? `${a}, ${b}` : String(by);
}

interface Telling {
  readonly was: Facts;
  readonly is: Facts;
  /** Whether the results differ, and which one this is. */
  readonly told: boolean;
  readonly result: string | null;
}

/** A slot is told by what became of it, and not at all when the result says so already. */
function factText(name: string, { was, is, told, result }: Telling): string[] {
  const now = is.get(name) ?? "";
  if (!slotNames.some((slot) => slot === name)) return [`${name}: ${now}`];
  if (told && result === "0") return [];
  const before = was.get(name);
  if (now === before) return told ? [] : [now === "none" ? `${name}: none` : `${name} stays`];
  return [now === "none" ? `${name} is gone` : `${name} is loaded`];
}

/** What a kernel showed after a deed of the facts that a sighting is about. */
export function shown(
  { layout }: Kernel,
  { after, result }: Run,
  facts: readonly string[],
): string {
  const all = new Map([...visibleFacts(layout, after), ...innerFacts(layout, after)]);
  return JSON.stringify([result, ...facts.map((name) => all.get(name))]);
}
