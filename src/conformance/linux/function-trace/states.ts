import { keyOf, type Tracked } from "./tracked.ts";

/** A set of states; of two that are the same, what was taken on both ways is kept. */
export interface States {
  /** Says whether it was new, or something that was certain is so no more. */
  add(tracked: Tracked): boolean;
  all(): readonly Tracked[];
}

export function createStates(): States {
  const states = new Map<string, Tracked>();
  return {
    add: (tracked) => {
      const key = keyOf(tracked);
      const known = states.get(key);
      if (known === undefined) {
        states.set(key, tracked);
        return true;
      }
      const both = new Set([...known.taken].filter((transition) => tracked.taken.has(transition)));
      if (both.size === known.taken.size) return false;
      states.set(key, { ...known, taken: both });
      return true;
    },
    all: () => [...states.values()],
  };
}
