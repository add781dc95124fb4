import type { StateGraph } from "../graph.ts";

/** What a breadth-first search found. */
export interface Reach {
  /** State -> steps on a shortest way to it, -1 where there is none. */
  readonly depth: Int32Array;
  /** State -> the one before it on the way; the lowest of several; a root's is the root itself. */
  readonly before: Int32Array;
  /** The states reached, by depth. */
  readonly order: Int32Array;
}

/** Where a breadth-first search begins, and where it must not go. */
export interface Bounds {
  /** By depth, if there is `depth`. */
  readonly roots: Int32Array;
  /** State -> steps taken before the search; without it, none. */
  readonly depth?: Int32Array;
  /** State -> 1 if no way may enter it; without it, every state may be entered. */
  readonly closed?: Uint8Array;
}

/** Shortest ways from the roots, which must be open themselves. */
export function reach(graph: StateGraph, { roots, depth: given, closed }: Bounds): Reach {
  const { states, first, target } = graph;
  const depth = new Int32Array(states).fill(-1);
  const before = new Int32Array(states);
  const order = new Int32Array(states);
  let size = 0;
  let root = 0;
  for (let begin = 0, level = 0; root < roots.length || begin < size; level++) {
    for (; root < roots.length && (given?.[roots[root] ?? 0] ?? 0) <= level; root++) {
      const state = roots[root] ?? 0;
      if ((depth[state] ?? 0) < 0) order[size++] = state;
      depth[state] = level;
      before[state] = state;
    }
    for (const end = size; begin < end; begin++) {
      const state = order[begin] ?? 0;
      const last = first[state + 1] ?? 0;
      for (let edge = first[state] ?? 0; edge < last; edge++) {
        const next = target[edge] ?? 0;
        const known = depth[next] ?? 0;
        if (known < 0) {
          if (closed?.[next]) continue;
          depth[next] = level + 1;
          before[next] = state;
          order[size++] = next;
        } else if (known > level && state < (before[next] ?? 0)) {
          before[next] = state;
        }
      }
    }
  }
  return { depth, before, order: order.subarray(0, size) };
}

/** The states from a root to `state`. */
export function wayTo({ before }: Reach, state: number): number[] {
  const way = [state];
  for (let at = state, previous = before[at]; previous !== undefined && previous !== at; ) {
    way.push(previous);
    at = previous;
    previous = before[at];
  }
  return way.reverse();
}
