import type { Layout } from "../../memory/layout.ts";
import type { Deed } from "./deed.ts";
import { type Facts, innerFacts, slotNames, visibleFacts } from "./facts.ts";
import type { KernelState } from "./kernel.ts";
import type { Both, Run } from "./perform.ts";

/** How two kernels differ after a deed that found them alike. */
export interface Difference {
  /** Whether users could tell. */
  readonly visible: boolean;
  /** Whether what the call returns differs. */
  readonly told: boolean;
  readonly a: Side;
  readonly b: Side;
  /** The names of the facts that differ. */
  readonly facts: readonly string[];
}

/** What one kernel shows. */
export interface Side {
  readonly result: string | null;
  /** Facts that differ, as a person reads them. */
  readonly facts: readonly string[];
}

/** Facts that say what another one says already. */
const implied: Readonly<Record<string, readonly string[]>> = {
  "ordinary frames in use": ["frames lost", "images in no slot"],
};

/** @returns null when the kernels differ in nothing, or in the same way as before the deed */
export function differenceOf(
  layout: Layout,
  before: Both<KernelState>,
  { deed, runs }: { readonly deed: Deed; readonly runs: Both<Run> },
): Difference | null {
  const told = runs.a.result !== runs.b.result;
  if (!told && runs.a.after.key() === runs.b.after.key()) return null;
  for (const [factsOf, visible] of [
    [outside, true],
    [inside, false],
  ] as const) {
    const was = { a: factsOf(layout, before.a), b: factsOf(layout, before.b) };
    const is = { a: factsOf(layout, runs.a.after), b: factsOf(layout, runs.b.after) };
    const differing = newlyApart(was, is);
    const facts = differing.filter(
      (name) => !implied[name]?.some((reason) => differing.includes(reason)),
    );
    if (facts.length === 0 && !(visible && told)) continue;
    const side = (of: "a" | "b"): Side => ({
      result: resultText(runs[of], deed),
      facts: facts.flatMap((name) => {
        const now = plain(is[of].get(name), is[of === "a" ? "b" : "a"].get(name));
        return factText(name, {
          now,
          was: was[of].get(name),
          is: is[of].get(name),
          told,
          ...runs[of],
        });
      }),
    });
    return { visible, told, facts, a: side("a"), b: side("b") };
  }
  return null;
}

const outside = remembered(visibleFacts);
const inside = remembered(innerFacts);

/** Many deeds begin in the same state. */
function remembered(factsOf: typeof visibleFacts): typeof visibleFacts {
  const known = new WeakMap<KernelState, Facts>();
  return (layout, state) => {
    const facts = known.get(state) ?? factsOf(layout, state);
    known.set(state, facts);
    return facts;
  };
}

function newlyApart(was: Both<Facts>, is: Both<Facts>): string[] {
  return [...new Set([...is.a.keys(), ...is.b.keys()])].filter((name) => {
    const now = apart(is.a.get(name), is.b.get(name));
    return now !== null && now !== apart(was.a.get(name), was.b.get(name));
  });
}

/** How two values differ, or null when they do not: numbers by how much. */
function apart(a = "", b = ""): string | null {
  if (a === b) return null;
  const by = Number(a) - Number(b);
  return Number.isNaN(by) ? `${a}, ${b}` : String(by);
}

function resultText({ result, reached }: Run, deed: Deed): string | null {
  if (result === null || deed.kind !== "call" || deed.answer === null || reached) return result;
  return `${result}, without that step`;
}

/** A value without the numbers of what pages hold, unless those are all that differs. */
function plain(value = "nothing", opposite = "nothing"): string {
  const [mine, others] = [value, opposite].map((text) =>
    [...new Set(text.replace(/data\d+/g, "data").split(", "))].join(", "),
  );
  return mine === undefined || mine === others ? value : mine;
}

interface Telling {
  readonly was: string | undefined;
  readonly is: string | undefined;
  /** What it is now, as it is told. */
  readonly now: string;
  readonly told: boolean;
  readonly result: string | null;
}

/** Where the results differ, they say already that a slot was filled, and that nothing changed. */
function factText(name: string, { was, is, now, told, result }: Telling): string[] {
  if (told && is === was) return [];
  if (!slotNames.some((slot) => slot === name)) return [`${name}: ${now}`];
  if (told && result === "0") return [];
  if (is === was) return [is === "none" ? `${name}: none` : `${name} stays`];
  return [is === "none" ? `${name} is gone` : `${name} is loaded`];
}

/** What a kernel shows after a deed of some facts. */
export function shown(layout: Layout, { after, result }: Run, facts: readonly string[]): string {
  const all = new Map([...visibleFacts(layout, after), ...innerFacts(layout, after)]);
  return JSON.stringify([result, ...facts.map((name) => all.get(name))]);
}
