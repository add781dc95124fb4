import { type Cover, coveredAlone, smallestCover } from "./cover.ts";
import { isOfProperty } from "./judge.ts";
import type { MutationResult, Verdict } from "./result.ts";
import { type Subject, subjects } from "./subjects.ts";

/** How many mutants met which end. */
export interface Tally {
  readonly mutants: number;
  /** Killed by a property, whatever else noticed them. */
  readonly byProperty: number;
  /** Killed by what every check claims, and by no property. */
  readonly byCheck: number;
  readonly bySuite: number;
  readonly equivalent: number;
  readonly survived: number;
}

export interface Score {
  readonly total: Tally;
  /** By operator; those of memory and those with names of their own are one kind each. */
  readonly kinds: ReadonlyMap<string, Tally>;
  readonly proofs: Readonly<Record<"unreached" | "same-steps" | "bisimilar", number>>;
  /** Of the mutants that are not equivalent, the part that properties alone kill: 0 .. 1. */
  readonly propertyScore: number;
  /** How many mutants each property kills, in the worlds where they die. */
  readonly kills: ReadonlyMap<string, number>;
  /** Properties that kill what nothing else kills, with those mutants. */
  readonly irreplaceable: ReadonlyMap<string, readonly string[]>;
  /** Properties that kill no mutant. */
  readonly idle: readonly string[];
  readonly cover: Cover;
  readonly survivors: readonly string[];
}

/** @param properties the names of all properties that promise something */
export function scoreOf({ mutants, alone }: MutationResult, properties: readonly string[]): Score {
  const entries = Object.entries(mutants);
  const killers = new Map(
    entries.flatMap(([name, result]) => {
      const by = propertiesOf(result);
      return by.length === 0 ? [] : [[name, new Set(by)] as const];
    }),
  );
  const kills = new Map(properties.map((name) => [name, 0]));
  for (const by of killers.values()) {
    for (const name of by) kills.set(name, (kills.get(name) ?? 0) + 1);
  }
  const kinds = new Map<string, Verdict[]>();
  for (const [name, result] of entries) {
    const kind = kindOf(subjects()[name]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), result]);
  }
  const total = tallyOf(Object.values(mutants));
  const proofs = { unreached: 0, "same-steps": 0, bisimilar: 0 };
  for (const [, result] of entries) {
    if (result.verdict === "equivalent") proofs[result.proof.kind]++;
  }
  return {
    total,
    kinds: new Map([...kinds].map(([kind, verdicts]) => [kind, tallyOf(verdicts)])),
    proofs,
    propertyScore: total.byProperty / Math.max(1, total.mutants - total.equivalent),
    kills,
    irreplaceable: coveredAlone(killers),
    idle: properties.filter((name) => kills.get(name) === 0 && !(name in alone)),
    cover: smallestCover(killers),
    survivors: entries.flatMap(([name, { verdict }]) => (verdict === "survived" ? [name] : [])),
  };
}

/** The properties that kill a mutant, what every check claims left out. */
export function propertiesOf(result: Verdict): string[] {
  if (result.verdict !== "killed") return [];
  return result.by.filter(isOfProperty).map(({ name }) => name);
}

function kindOf(subject: Subject | undefined): string {
  if (!subject) return "gone";
  return subject.origin === "edge" ? subject.kind : subject.origin;
}

function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length;
  const killed = (verdict: Verdict): boolean => verdict.verdict === "killed";
  return {
    mutants: verdicts.length,
    byProperty: count((verdict) => propertiesOf(verdict).length > 0),
    byCheck: count((verdict) => killed(verdict) && propertiesOf(verdict).length === 0),
    bySuite: count(({ verdict }) => verdict === "suite"),
    equivalent: count(({ verdict }) => verdict === "equivalent"),
    survived: count(({ verdict }) => verdict === "survived"),
  };
}
