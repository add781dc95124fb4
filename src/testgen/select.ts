import type { GraphEdge } from "./graph.ts";

/** A run that was chosen, and what it is the first to cover. */
export interface Selected<Origin> {
  readonly origin: Origin;
  readonly run: readonly GraphEdge[];
  readonly covers: readonly string[];
}

/** A run that may be chosen, and everything that it covers. */
export interface Candidate<Origin> {
  readonly origin: Origin;
  readonly run: readonly GraphEdge[];
  readonly items: ReadonlySet<string>;
}

/**
 * Chooses few runs that cover every open item together: always the one that covers most per step
 * among those that remain, then leaves out what turned out to be covered by later ones.
 *
 * @param open the items to cover; what is covered is taken out of it
 */
export function selectRuns<Origin>(
  candidates: readonly Candidate<Origin>[],
  open: Set<string>,
): Selected<Origin>[] {
  const wanted = new Set(open);
  const chosen: Candidate<Origin>[] = [];
  while (wanted.size > 0) {
    let best: Candidate<Origin> | null = null;
    let bestGain = 0;
    for (const candidate of candidates) {
      const gain = count(candidate.items, wanted) / candidate.run.length;
      if (gain > bestGain) [best, bestGain] = [candidate, gain];
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

function withoutRedundant<Origin>(
  chosen: readonly Candidate<Origin>[],
  open: ReadonlySet<string>,
): Candidate<Origin>[] {
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
  entries: readonly Candidate<Origin>[],
  open: Set<string>,
): Selected<Origin>[] {
  return entries.map(({ origin, run, items }) => {
    const covers = [...items].filter((item) => open.delete(item));
    return { origin, run, covers };
  });
}
