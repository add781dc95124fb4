import type { Criterion } from "./criteria.ts";
import type { GraphEdge } from "./graph.ts";

/** A run that was chosen, and what it is the first to cover. */
export interface Selected<Origin> {
  readonly origin: Origin;
  readonly run: readonly GraphEdge[];
  readonly covers: readonly string[];
}

/** A run that may be chosen. */
export interface Candidate<Origin> {
  readonly origin: Origin;
  readonly run: readonly GraphEdge[];
}

/**
 * Chooses few runs that cover every open item together: always the one that covers most per step
 * among those that remain, then leaves out what turned out to be covered by later ones.
 *
 * @param open the items to cover; what is covered is taken out of it
 */
export function selectRuns<Origin>(
  criterion: Criterion,
  candidates: readonly Candidate<Origin>[],
  open: Set<string>,
): Selected<Origin>[] {
  const pool = candidates.map((candidate) => ({
    candidate,
    items: new Set(criterion.itemsOf(candidate.run)),
  }));
  const wanted = new Set(open);
  const chosen: typeof pool = [];
  while (wanted.size > 0) {
    let best: (typeof pool)[number] | null = null;
    let bestGain = 0;
    for (const entry of pool) {
      const gain = count(entry.items, wanted) / entry.candidate.run.length;
      if (gain > bestGain) [best, bestGain] = [entry, gain];
    }
    if (!best) break;
    for (const item of best.items) wanted.delete(item);
    chosen.push(best);
  }
  return attribute(withoutRedundant(chosen, open), open);
}

function count(items: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  let found = 0;
  for (const item of items) if (wanted.has(item)) found++;
  return found;
}

interface Entry<Origin> {
  readonly candidate: Candidate<Origin>;
  readonly items: ReadonlySet<string>;
}

function withoutRedundant<Origin>(
  chosen: readonly Entry<Origin>[],
  open: ReadonlySet<string>,
): Entry<Origin>[] {
  const times = new Map<string, number>();
  for (const { items } of chosen) {
    for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  }
  return chosen.filter(({ items }) => {
    const needed = [...items].some((item) => open.has(item) && times.get(item) === 1);
    if (!needed) for (const item of items) times.set(item, (times.get(item) ?? 0) - 1);
    return needed;
  });
}

function attribute<Origin>(
  entries: readonly Entry<Origin>[],
  open: Set<string>,
): Selected<Origin>[] {
  return entries.map(({ candidate, items }) => {
    const covers = [...items].filter((item) => open.delete(item));
    return { ...candidate, covers };
  });
}
