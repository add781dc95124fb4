import type { KexecEvent } from "../../../machines/events.ts";
import { mutants } from "../../../src/model/mutants.ts";
import { simulate } from "../../../src/model/simulation.ts";
import type { Condition, Wanted } from "../../../src/viewer/search/goal.ts";
import type { PredicateName } from "../../../src/viewer/search/predicates.ts";
import {
  findPath,
  type SearchMeans,
  type SearchRequest,
  type SearchResult,
  type SearchStart,
} from "../../../src/viewer/search/search.ts";
import { subjectModel } from "../../../src/viewer/search/subject.ts";
import type { Subject } from "../../../src/viewer/subject.ts";

/** A world of `quick` of the seed's kernel. */
export function quick(world: string, rest: Partial<Subject> = {}): Subject {
  return { kernel: "seed", preset: "quick", world, mutant: null, ...rest };
}

export const compiled: SearchMeans = { module: null, compiles: true };
export const interpreted: SearchMeans = { module: null, compiles: false };

/** A search without limits that matter. */
export function request(
  subject: Subject,
  goal: readonly Condition[],
  rest: Partial<SearchRequest> = {},
): SearchRequest {
  return { subject, goal, from: null, limits: { states: 1e6, time_ms: 60_000 }, ...rest };
}

export function search(
  subject: Subject,
  goal: readonly Condition[],
  rest: Partial<SearchRequest> = {},
): SearchResult {
  return findPath(request(subject, goal, rest), compiled);
}

/** The length of the path that was found, or what was found instead. */
export function lengthOf(result: SearchResult): number | string {
  return result.outcome === "found" ? result.events.length : result.outcome;
}

export const broken = (name: string): Condition => ({
  kind: "property-broken",
  name,
  not: false,
});

export const seen = (name: string): Condition => ({
  kind: "property-witnessed",
  name,
  not: false,
});

export const is = (name: PredicateName, task: number | null = null): Condition => ({
  kind: "predicate",
  name,
  task,
  not: false,
});

export const at = (path: string, task: number | null = null): Condition => ({
  kind: "state",
  path,
  task,
  not: false,
});

export const not = (wanted: Wanted): Condition => ({ ...wanted, not: true });

/** Where events lead, step by step, and the first that the model does not take, or -1. */
export function walked(
  subject: Subject,
  events: readonly KexecEvent[],
  from: SearchStart | null = null,
): { readonly refused: number; readonly state: SearchStart } {
  const edit = subject.mutant === null ? {} : mutants[subject.mutant];
  const { machine, stateOf, step, initial } = simulate(subjectModel(subject).world, edit);
  const value = from?.value as string; // resolveState takes any value, and its type does not
  let state = from ? stateOf(machine.resolveState({ value, context: { mem: from.mem } })) : initial;
  const refused = events.findIndex((event) => {
    const next = step(state, event);
    state = next?.state ?? state;
    return next === null;
  });
  const { configuration, context } = state;
  return { refused, state: { value: configuration.value, mem: context.mem } };
}
