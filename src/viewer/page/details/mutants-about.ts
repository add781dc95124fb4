import { signal } from "@preact/signals";
import { createLayout, type Layout } from "../../../memory/layout.ts";
import type { NodeConfig } from "../../../model/chart-config.ts";
import { literalConfig, literalName } from "../../../model/compose.ts";
import type { Mutant } from "../../../model/mutant.ts";
import { type MutantName, mutants } from "../../../model/mutants.ts";
import { worldsOf } from "../../../model/worlds.ts";
import { changedChoices } from "../../../mutation/reached.ts";
import type { MutantResult, MutationResult } from "../../../mutation/result.ts";
import { readChart } from "../../../xstate/chart.ts";
import { composedMachine, literalGuard } from "../../chart/charts.ts";
import { guardName } from "../../svg/names.ts";

/** A mutant, and what became of it. */
export interface JudgedMutant {
  readonly name: string;
  readonly result: MutantResult;
}

/** Transitions that each wrong version with a name changes, by the version's name. */
export type NamedPlaces = ReadonlyMap<string, ReadonlySet<string>>;

/** The mutants that change one of some transitions. @param keys keys of transitions */
export function mutantsAbout(
  { mutants: judged }: MutationResult,
  keys: ReadonlySet<string>,
  named: NamedPlaces,
): readonly JudgedMutant[] {
  return Object.entries(judged).flatMap(([name, result]) => {
    const places = placesOf(name, named);
    return places.some((place) => keys.has(place)) ? [{ name, result }] : [];
  });
}

/** The transitions that a mutant changes; none for one that this page does not know. */
function placesOf(name: string, named: NamedPlaces): readonly string[] {
  const known = named.get(name);
  if (known) return [...known];
  // a mutant of one edge: its operator, the transition, and what of it in brackets
  const [operator = "", path = "", event = "", position = ""] = name.split(" ");
  const own = `${path} ${event} ${position}`;
  return operator === "exchange-transitions" ? [own, `${path} ${event} ${+position + 1}`] : [own];
}

/** How many of some mutants a promise notices, by its name; those that notice most come first. */
export function noticed(about: readonly JudgedMutant[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { result } of about) {
    if (result.verdict !== "killed") continue;
    for (const { name } of result.by) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

const found = signal<NamedPlaces | null>(null);
let isAsked = false;

/** Where the named versions differ; null until it is found out, which takes half a second. */
export function namedPlaces(): NamedPlaces | null {
  if (!isAsked) void findNamedPlaces();
  isAsked = true;
  return found.value;
}

/** Finds them a few at a time, so that the page answers meanwhile. */
export async function findNamedPlaces(): Promise<NamedPlaces> {
  const names = Object.keys(mutants) as MutantName[]; // the object's own keys
  const places = new Map<string, ReadonlySet<string>>();
  for (const [i, name] of names.entries()) {
    places.set(name, changedBy(name));
    if (i % 8 === 7) await new Promise((resolve) => setTimeout(resolve));
  }
  found.value = places;
  return places;
}

const known = new Map<MutantName, ReadonlySet<string>>();

/** The keys of the transitions that a named version changes, or whose choice it changes. */
export function changedBy(name: MutantName): ReadonlySet<string> {
  const before = known.get(name);
  if (before) return before;
  const mutant: Mutant = mutants[name];
  const { layout, literal, uses } = rightModel();
  const choices = new Set(changedChoices(literal, mutant).keys());
  const names = new Set([
    ...Object.keys(mutant.actions?.(layout) ?? {}),
    ...Object.keys(mutant.guards?.(layout) ?? {}),
  ]);
  const changed = [...uses].filter(
    ([key, used]) => choices.has(choiceOf(key)) || used.some((one) => names.has(one)),
  );
  const keys = new Set(changed.map(([key]) => key));
  known.set(name, keys);
  return keys;
}

interface RightModel {
  readonly layout: Layout;
  readonly literal: NodeConfig;
  readonly uses: ReadonlyMap<string, readonly string[]>;
}

let right: RightModel | null = null;

/** What wrong versions are compared with. */
function rightModel(): RightModel {
  if (right) return right;
  const [world] = worldsOf("quick", "fixed");
  if (!world) throw new RangeError("there is no quick world");
  const layout = createLayout(world.bounds);
  right = { layout, literal: literalConfig(layout), uses: usedNames() };
  return right;
}

/** The state and the event of a key. */
function choiceOf(key: string): string {
  return key.split(" ").slice(0, 2).join(" ");
}

/** The names of the guards and actions of every transition, by its key. */
function usedNames(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readChart(composedMachine()).transitions.map(({ key, definition: { guard, actions } }) => {
      const asked = guardName(literalGuard(guard)) ?? "";
      const done = actions.map((action) => (typeof action === "string" ? action : typeOf(action)));
      return [literalName(key), [...(asked.match(/\w+/g) ?? []), ...done]];
    }),
  );
}

/** XState types an action as a function or an object with a `type`. */
function typeOf(action: object): string {
  return "type" in action ? String(action.type) : "";
}
