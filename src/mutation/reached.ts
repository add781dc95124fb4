import { and } from "xstate";
import type { Layout, Mem } from "../memory/layout.ts";
import type { NodeConfig, TransitionConfig } from "../model/chart-config.ts";
import { literalConfig, literals } from "../model/compose.ts";
import type { Edit } from "../model/mutant.ts";
import { listsOf, nodesOf } from "./targets.ts";

/**
 * Where a mutant makes a difference, found while the model itself is explored.
 *
 * Wherever the model is about to choose among the transitions of a state, a probe asks what each
 * mutant would do there: which transition it would choose, and what memory would be behind it. A
 * mutant that never differs in a reachable state has the same graph as the model, step by step: it
 * is equivalent, and no search of its own is needed. Most differ at the first question, and are not
 * asked again.
 */
export interface Reached {
  /** Mutants that differ somewhere, by name. */
  readonly differs: ReadonlySet<string>;
  /** Name -> how often a mutant that never differs was compared; 0: the model never comes there. */
  readonly compared: ReadonlyMap<string, number>;
}

/** One branch of a choice, as it can be tried without the statechart. */
interface Branch {
  readonly guards: readonly { readonly use: Use<Ask>; readonly negated: boolean }[];
  readonly target: string | undefined;
  readonly actions: readonly Use<Apply>[];
}

/** What a name stands for, and what it is given. */
interface Use<Operation> {
  readonly run: Operation;
  readonly params: unknown;
}
type Ask = (mem: Mem, event: never, params: unknown) => boolean;
type Apply = (mem: Mem, event: never, params: unknown) => void;

/** The implementations of a model, by name. */
interface Names {
  readonly guards: ReadonlyMap<string, Ask>;
  readonly actions: ReadonlyMap<string, Apply>;
}

interface Suspect {
  readonly name: string;
  readonly branches: readonly Branch[];
}

/** The choices that are watched, by `path eventType`. */
interface Watch {
  readonly original: readonly Branch[];
  suspects: Suspect[];
}

/**
 * An edit that changes nothing and compares every mutant on the way.
 *
 * @returns the edit, and what a search of the edited model has found by its end
 */
export function watching(
  layout: Layout,
  mutants: Readonly<Record<string, Edit>>,
): { readonly edit: Edit; readonly reached: Reached } {
  const differs = new Set<string>();
  const compared = new Map(Object.keys(mutants).map((name) => [name, 0]));
  const watches = watchesFor(layout, mutants);
  const numbered = [...watches.values()];
  const ask = (mem: Mem, event: never, { index }: { readonly index: number }): boolean => {
    const watch = numbered[index];
    if (watch && watch.suspects.length > 0) compare(watch, mem, event);
    return true;
  };
  const compare = (watch: Watch, mem: Mem, event: never): void => {
    const right = outcomeOf(watch.original, mem, event);
    let found = false;
    for (const { name, branches } of watch.suspects) {
      if (differs.has(name)) {
        found = true;
        continue;
      }
      compared.set(name, (compared.get(name) ?? 0) + 1);
      if (isSame(right, outcomeOf(branches, mem, event))) continue;
      differs.add(name);
      compared.delete(name);
      found = true;
    }
    if (found) watch.suspects = watch.suspects.filter(({ name }) => !differs.has(name));
  };
  const inXState = (
    { context, event }: { readonly context: { readonly mem: Mem }; readonly event: never },
    params: { readonly index: number },
  ): boolean => ask(context.mem, event, params);
  return {
    reached: { differs, compared },
    edit: {
      chart: (literal) => putProbes(literal, [...watches.keys()]),
      guards: () => ({ probe: Object.assign(inXState, { ask }) }),
    },
  };
}

/** Asks before every choice that is watched. */
function putProbes(literal: NodeConfig, watched: readonly string[]): void {
  for (const { path, node } of nodesOf(literal)) {
    for (const [eventType, [first = {}, ...rest]] of listsOf(node)) {
      const index = watched.indexOf(`${path} ${eventType}`);
      if (index < 0) continue;
      const asks = { type: "probe", params: { index } };
      const guard = first.guard === undefined ? asks : and([asks, first.guard] as never);
      const probed = [{ ...first, guard }, ...rest];
      if (eventType === "always") node.always = probed;
      else if (node.on) node.on[eventType] = probed;
    }
  }
}

function watchesFor(layout: Layout, mutants: Readonly<Record<string, Edit>>): Map<string, Watch> {
  const names = namesOf(layout);
  const literal = literalConfig(layout);
  const original = choicesOf(literal);
  const watches = new Map<string, Watch>();
  for (const [name, edit] of Object.entries(mutants)) {
    const own = withEdit(names, layout, edit);
    const changed = changesOf(name, edit, literal);
    for (const [key, list] of original) {
      const mutated = changed.get(key) ?? list;
      const touched =
        mutated !== list || (own.own.size > 0 && list.some((one) => mentions(own, one)));
      if (!touched) continue;
      const watch = watches.get(key) ?? { original: branchesOf(names, list), suspects: [] };
      watch.suspects.push({ name, branches: branchesOf(own.names, mutated) });
      watches.set(key, watch);
    }
  }
  return watches;
}

type Choices = ReadonlyMap<string, readonly TransitionConfig[]>;

const known = new Map<string, Choices>();

/** What a mutant makes of the choices that it changes; the literals are the same in every layout. */
function changesOf(name: string, edit: Edit, literal: NodeConfig): Choices {
  const seen = known.get(name);
  if (seen) return seen;
  const changes = changedChoices(literal, edit);
  known.set(name, changes);
  return changes;
}

/**
 * The choices whose transitions an edit changes, by `path eventType`, as they are then.
 *
 * @param literal the configuration of all literals; it is not changed
 */
export function changedChoices(literal: NodeConfig, edit: Edit): Choices {
  if (!edit.chart) return new Map();
  const mutated = structuredClone(literal);
  edit.chart(mutated);
  const changed = choicesOf(mutated);
  return new Map(
    [...choicesOf(literal)].flatMap(([key, list]) => {
      const own = changed.get(key) ?? []; // a choice that lost its only transition is none
      return isSpeltSame(own, list) ? [] : [[key, own]];
    }),
  );
}

/** Most choices are untouched: their transitions are the same one by one. */
function isSpeltSame(
  list: readonly TransitionConfig[],
  original: readonly TransitionConfig[],
): boolean {
  return list.length === original.length && spell(list) === spell(original);
}

function choicesOf(literal: NodeConfig): Map<string, readonly TransitionConfig[]> {
  return new Map(
    nodesOf(literal).flatMap(({ path, node }) =>
      listsOf(node).map(([type, list]) => [`${path} ${type}`, list] as const),
    ),
  );
}

/** Negated guards are functions, and the only ones. */
function spell(list: readonly TransitionConfig[]): string {
  return JSON.stringify(
    list.map(({ guard, target, actions }) => ({
      guard: typeof guard === "function" ? { not: guardsIn(guard) } : guard,
      target,
      actions,
    })),
  );
}

function namesOf(layout: Layout): Names {
  const { doors, regions, root } = literals(layout);
  const all = [...doors, ...Object.values(regions), root].map(
    ({ implementations }) => implementations as unknown as Implementations,
  );
  return {
    guards: new Map(all.flatMap(({ guards }) => asks(guards))),
    actions: new Map(all.flatMap(({ actions }) => applications(actions))),
  };
}

/** Every guard of ours is a question, and every action a step. */
interface Implementations {
  readonly guards: Readonly<Record<string, unknown>>;
  readonly actions: Readonly<Record<string, unknown>>;
}

function asks(guards: Readonly<Record<string, unknown>>): [string, Ask][] {
  return Object.entries(guards).map(([name, guard]) => {
    const { ask } = guard as { readonly ask?: Ask };
    return [name, ask ?? (guard as Ask)]; // a guard that looks at nothing is a plain function
  });
}

function applications(actions: Readonly<Record<string, unknown>>): [string, Apply][] {
  return Object.entries(actions).map(([name, action]) => [
    name,
    (action as { readonly step: Apply }).step, // see Implementations
  ]);
}

/** The names of a mutant, and which of them are its own. */
interface OwnNames {
  readonly names: Names;
  readonly own: ReadonlySet<string>;
}

function withEdit({ guards, actions }: Names, layout: Layout, edit: Edit): OwnNames {
  const ownGuards = asks(edit.guards?.(layout) ?? {});
  const ownActions = applications(edit.actions?.(layout) ?? {});
  return {
    names: {
      guards: new Map([...guards, ...ownGuards]),
      actions: new Map([...actions, ...ownActions]),
    },
    own: new Set([...ownGuards, ...ownActions].map(([name]) => name)),
  };
}

function mentions({ own }: OwnNames, { guard, actions = [] }: TransitionConfig): boolean {
  return [guard, ...[actions].flat()].some((one) => one !== undefined && own.has(nameIn(one)));
}

function branchesOf(names: Names, list: readonly TransitionConfig[]): Branch[] {
  return list.map(({ guard, target, actions = [] }) => ({
    guards: guard === undefined ? [] : [guardUse(names, guard)],
    target,
    actions: [actions].flat().map((action) => use(names.actions, action)),
  }));
}

function guardUse(
  { guards }: Names,
  guard: unknown,
): { readonly use: Use<Ask>; readonly negated: boolean } {
  if (typeof guard !== "function") return { use: use(guards, guard), negated: false };
  return { use: use(guards, guardsIn(guard)[0]), negated: true };
}

function guardsIn(guard: unknown): readonly unknown[] {
  return (guard as { readonly guards?: readonly unknown[] }).guards ?? []; // of `not`
}

function use<Operation>(known: ReadonlyMap<string, Operation>, of: unknown): Use<Operation> {
  const run = known.get(nameIn(of));
  if (!run) throw new RangeError(`there is nothing named "${nameIn(of)}"`);
  return {
    run,
    params: typeof of === "object" && of !== null && "params" in of ? of.params : undefined,
  };
}

function nameIn(of: unknown): string {
  return typeof of === "object" && of !== null && "type" in of ? String(of.type) : String(of);
}

/** What a choice comes to: where it goes, and memory behind its actions; null: it throws. */
type Outcome = {
  readonly target: string | undefined;
  readonly branch: Branch | null;
  mem(): Mem;
} | null;

function outcomeOf(branches: readonly Branch[], mem: Mem, event: never): Outcome {
  try {
    const branch = branches.find(({ guards }) =>
      guards.every(({ use: { run, params }, negated }) => run(mem, event, params) !== negated),
    );
    return {
      target: branch?.target,
      branch: branch ?? null,
      mem: () => behind(branch, mem, event),
    };
  } catch {
    return null;
  }
}

function behind(branch: Branch | undefined, mem: Mem, event: never): Mem {
  const draft = mem.slice();
  for (const { run, params } of branch?.actions ?? []) run(draft, event, params);
  return draft;
}

function isSame(one: Outcome, other: Outcome): boolean {
  if (one === null || other === null) return false;
  if ((one.branch === null) !== (other.branch === null)) return false;
  if (one.target !== other.target) return false;
  try {
    return Buffer.compare(one.mem(), other.mem()) === 0;
  } catch {
    return false;
  }
}
