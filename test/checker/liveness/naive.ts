import type { StateGraph } from "../../../src/checker/graph.ts";
import type { FairClass, Lasso, LivenessClaim } from "../../../src/checker/liveness.ts";
import { edgesOf } from "./notation.ts";

/** Lengths of a shortest lasso: steps of the stem, and of the shortest loop after such a stem. */
export interface Lengths {
  readonly stem: number;
  readonly loop: number;
}

/**
 * What `findLasso` must find, by trying every set of states; for a handful of states.
 *
 * A fair run stays, from some time on, in a set of states that it visits again and again. Such a set
 * is strongly connected, or it is one state. A run can be fair in it if and only if a run that goes
 * along all its edges is.
 */
export function naiveLengths(graph: StateGraph, claim: LivenessClaim): Lengths | null {
  const steps = stepsOf(graph);
  const open = numbers(graph.states).filter((state) => !claim.goal[state]);
  const fair = subsets(open).filter(
    (set) => isConnected(set, steps) && isFairRound(set, steps, claim.fairness),
  );
  for (const [stem, states] of pendingLevels(graph, claim, steps).entries()) {
    const starts = states.filter((state) => fair.some((set) => set.includes(state)));
    const loops = starts.map((start) => loopLength(start, { open, steps, ...claim }));
    if (loops.length > 0) return { stem, loop: Math.min(...loops) };
  }
  return null;
}

/** What is wrong with a lasso as a run that breaks the claim; nothing, if it is one. */
export function faultsOf(graph: StateGraph, claim: LivenessClaim, lasso: Lasso): string[] {
  const { stem, loop, pending } = lasso;
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  for (const { states, actions } of [stem, loop]) {
    expect(states.length === actions.length + 1, "one action less than states");
    for (const [at, action] of actions.entries()) {
      const edge = [states[at], action, states[at + 1]].join();
      expect(
        edgesOf(graph).some((known) => known.join() === edge),
        `no edge ${edge}`,
      );
    }
  }
  const ends = [stem.states.at(-1), loop.states[0], loop.states.at(-1)];
  expect(new Set(ends).size === 1, "the loop does not close at the end of the stem");
  expect((stem.states[0] ?? Infinity) < graph.initials, "the stem begins in no initial state");
  const began = claim.from ? claim.from[stem.states[pending] ?? 0] === 1 : pending === 0;
  expect(began, "the obligation does not begin at `pending`");
  const after = [...stem.states.slice(pending), ...loop.states];
  expect(!after.some((state) => claim.goal[state]), "the run meets the goal");
  return [...faults, ...unfairTo(graph, claim.fairness, loop.states)];
}

/** What makes a loop, given with its start at both ends, unfair or no loop. */
export function unfairTo(
  graph: StateGraph,
  classes: readonly FairClass[],
  loop: readonly number[],
): string[] {
  const steps = stepsOf(graph);
  const taken = loop.slice(1).map((to, at) => ({ from: loop[at] ?? 0, to }));
  const missing = taken.filter(({ from, to }) => !steps.get(from)?.has(to));
  const round = { states: loop, labels: labelsOf(taken, steps) };
  return [
    ...missing.map(({ from, to }) => `no step from ${from} to ${to}`),
    ...(loop[0] === loop.at(-1) ? [] : ["the loop does not end where it begins"]),
    ...classes.filter((fair) => !isFair(fair, round, steps)).map(({ name }) => `unfair to ${name}`),
  ];
}

export function mutuallyReachable(graph: StateGraph, a: number, b: number): boolean {
  const all = numbers(graph.states);
  const steps = stepsOf(graph);
  return reachable(a, all, steps).has(b) && reachable(b, all, steps).has(a);
}

/** State -> the states that it has a step to, with the actions of the step. Stays are no steps. */
type Steps = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<number>>>;

function stepsOf(graph: StateGraph): Steps {
  const steps = new Map(
    numbers(graph.states).map((state) => [state, new Map<number, Set<number>>()]),
  );
  for (const [from, action, to] of edgesOf(graph)) {
    if (from === to) continue;
    const targets = steps.get(from);
    targets?.set(to, (targets.get(to) ?? new Set<number>()).add(action));
  }
  return steps;
}

/** The states in which an obligation can be pending after 0, 1, 2, ... steps, but not before. */
function pendingLevels(graph: StateGraph, claim: LivenessClaim, steps: Steps): number[][] {
  const begins = (state: number) => !claim.goal[state] && (claim.from?.[state] ?? 1) === 1;
  let free = numbers(graph.initials);
  let pending = free.filter(begins);
  const levels: number[][] = [];
  for (let level = 0; level <= 2 * graph.states; level++) {
    levels.push(pending.filter((state) => !levels.flat().includes(state)));
    free = free.flatMap((state) => [...(steps.get(state)?.keys() ?? [])]);
    free = [...new Set(free)];
    const kept = pending.flatMap((state) => [...(steps.get(state)?.keys() ?? [])]);
    const begun = claim.from ? free.filter(begins) : [];
    pending = [...new Set([...kept.filter((state) => !claim.goal[state]), ...begun])];
  }
  return levels;
}

/** What happens again and again: the states, and the actions of the steps between them. */
interface Round {
  readonly states: readonly number[];
  readonly labels: ReadonlySet<number>;
}

function isFair(fair: FairClass, { states, labels }: Round, steps: Steps): boolean {
  if ([...labels].some((action) => fair.member[action])) return true;
  const enabled = states.filter((state) =>
    [...(steps.get(state)?.values() ?? [])].some((actions) =>
      [...actions].some((action) => fair.member[action]),
    ),
  );
  return fair.strength === "weak" ? enabled.length < states.length : enabled.length === 0;
}

function isFairRound(set: readonly number[], steps: Steps, classes: readonly FairClass[]): boolean {
  const inside = set.flatMap((from) => set.map((to) => ({ from, to })));
  const round = { states: set, labels: labelsOf(inside, steps) };
  return classes.every((fair) => isFair(fair, round, steps));
}

function labelsOf(
  pairs: readonly { readonly from: number; readonly to: number }[],
  steps: Steps,
): Set<number> {
  return new Set(pairs.flatMap(({ from, to }) => [...(steps.get(from)?.get(to) ?? [])]));
}

/** Whether each state of a set can be reached from each other one without leaving the set. */
function isConnected(set: readonly number[], steps: Steps): boolean {
  return set.every((from) => reachable(from, set, steps).size === set.length);
}

/** The states that can be reached without leaving a set. */
function reachable(from: number, set: readonly number[], steps: Steps): Set<number> {
  const seen = new Set([from]);
  for (const state of seen) {
    for (const to of steps.get(state)?.keys() ?? []) if (set.includes(to)) seen.add(to);
  }
  return seen;
}

/** Steps of a shortest fair loop, by walking every way until the same things have happened. */
function loopLength(
  start: number,
  given: {
    readonly open: readonly number[];
    readonly steps: Steps;
    readonly fairness: readonly FairClass[];
  },
): number {
  const { open, steps, fairness } = given;
  const fairTo = (round: Round) => fairness.every((fair) => isFair(fair, round, steps));
  if (fairTo({ states: [start], labels: new Set() })) return 0;
  let ways = [{ at: start, states: [start], labels: new Set<number>() }];
  const seen = new Set<string>();
  for (let length = 1; ways.length > 0; length++) {
    const longer: typeof ways = [];
    for (const way of ways) {
      for (const [to, actions] of steps.get(way.at) ?? []) {
        if (!open.includes(to)) continue;
        const states = [...new Set([...way.states, to])].sort();
        const labels = new Set([...way.labels, ...actions]);
        if (to === start && fairTo({ states, labels })) return length;
        const happened = [to, states.join(), [...labels].sort().join()].join(";");
        if (seen.has(happened)) continue;
        seen.add(happened);
        longer.push({ at: to, states, labels });
      }
    }
    ways = longer;
  }
  throw new Error(`expected a fair loop from state ${start}`);
}

function subsets(states: readonly number[]): number[][] {
  return numbers(2 ** states.length)
    .slice(1)
    .map((bits) => states.filter((_, i) => (bits >> i) & 1));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
