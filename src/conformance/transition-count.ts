import { createLayout } from "../memory/layout.ts";
import { literalOf } from "../model/literal.ts";
import { type KernelName, suiteWorlds } from "../model/worlds.ts";

/** Which transitions of the statechart a system was seen to take. */
export interface TransitionCount {
  readonly executed: readonly { readonly transition: string; readonly times: number }[];
  readonly missing: readonly { readonly transition: string; readonly reason: string }[];
}

/** What tests that were run say of the statechart's transitions. */
export interface Sightings {
  /** How often each was taken where everything agreed. */
  readonly times: ReadonlyMap<string, number>;
  /** Why it was not, for those that a test was there for. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** How many transitions of the statechart a kernel can take at all: none that it lacks code for. */
export function possibleTransitions(kernel: KernelName): number {
  return transitionsOf(kernel).filter(({ unreachable }) => !unreachable).length;
}

/** Every transition of a kernel's statechart, in its order. */
export function countTransitions(kernel: KernelName, seen: Sightings): TransitionCount {
  const all = transitionsOf(kernel);
  return {
    executed: all.flatMap(({ key }) => {
      const times = seen.times.get(key);
      return times === undefined ? [] : [{ transition: key, times }];
    }),
    missing: all.flatMap(({ key, unreachable }) => {
      if (seen.times.has(key)) return [];
      const reason = unreachable ?? seen.reasons.get(key) ?? "in no test that was asked for";
      return [{ transition: key, reason }];
    }),
  };
}

/** A count with what was seen in other ways, too. */
export function withSightings(
  kernel: KernelName,
  count: TransitionCount,
  more: Readonly<Record<string, number>>,
): TransitionCount {
  const times = new Map(count.executed.map(({ transition, times }) => [transition, times]));
  for (const [key, n] of Object.entries(more)) times.set(key, (times.get(key) ?? 0) + n);
  const reasons = new Map(count.missing.map(({ transition, reason }) => [transition, reason]));
  return countTransitions(kernel, { times, reasons });
}

function transitionsOf(kernel: KernelName) {
  const [world] = suiteWorlds(kernel);
  return world ? literalOf(createLayout(world.bounds)).transitions : [];
}
