import type { MutantResult, MutationResult } from "../../../mutation/result.ts";

/** What became of mutants, the most alarming first. */
export const verdicts = ["survived", "suite", "killed", "equivalent"] as const;
export type MutantVerdict = (typeof verdicts)[number];

export const verdictTexts: Readonly<Record<MutantVerdict, string>> = {
  survived: "✗ SURVIVED: nobody notices",
  suite: "▷ found by its test suite only",
  equivalent: "= does the same as the model",
  killed: "✓ a promise is broken",
};

export interface MutantRow {
  readonly name: string;
  readonly result: MutantResult;
  /** Columns of the properties that it breaks, with the steps of the shortest trace. */
  readonly cells: readonly { readonly column: number; readonly steps: number | null }[];
}

/** The properties that notice something, those that notice most first: the columns. */
export function noticingProperties({ mutants }: MutationResult): readonly string[] {
  const counts = new Map<string, number>();
  for (const result of Object.values(mutants)) {
    if (result.verdict !== "killed") continue;
    for (const { name } of result.by) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Every mutant in the order of the table. */
export function mutantRows(result: MutationResult, columns: readonly string[]): MutantRow[] {
  const columnOf = new Map(columns.map((name, column) => [name, column]));
  const rows = Object.entries(result.mutants).map(([name, one]): MutantRow => {
    const by = one.verdict === "killed" ? one.by : [];
    const cells = by.flatMap(({ name: property, steps }) => {
      const column = columnOf.get(property);
      return column === undefined ? [] : [{ column, steps }];
    });
    return { name, result: one, cells };
  });
  return verdicts.flatMap((verdict) => rows.filter((row) => row.result.verdict === verdict));
}

/** How many mutants have a verdict. */
export function numberOf(rows: readonly MutantRow[], verdict: MutantVerdict): number {
  return rows.filter(({ result }) => result.verdict === verdict).length;
}

export function mutantsThat(
  rows: readonly MutantRow[],
  wanted: {
    readonly text: string;
    readonly verdict: MutantVerdict | null;
    /** A column that must be marked; null: any. */
    readonly column: number | null;
  },
): MutantRow[] {
  const text = wanted.text.trim().toLowerCase();
  return rows.filter(
    ({ name, result, cells }) =>
      name.toLowerCase().includes(text) &&
      (wanted.verdict === null || result.verdict === wanted.verdict) &&
      (wanted.column === null || cells.some(({ column }) => column === wanted.column)),
  );
}

/** What is known of a mutant, a line each. */
export function mutantText({ result }: MutantRow): string[] {
  switch (result.verdict) {
    case "survived":
      return [result.why];
    case "suite":
      return [`No promise is broken. Its own suite fails on the reference kernel: ${result.found}`];
    case "killed":
      return [`First in ${result.where}.`];
    case "equivalent":
      return proofText(result.proof);
  }
}

function proofText(proof: Extract<MutantResult, { verdict: "equivalent" }>["proof"]): string[] {
  switch (proof.kind) {
    case "unreached":
      return ["The model never comes to the choice that it changes."];
    case "same-steps":
      return [`Compared ${proof.compared.toLocaleString("en")} times, and always did the same.`];
    case "bisimilar":
      return proof.worlds.map(({ where, states, mutantStates, pairs }) => {
        const numbers = [states, mutantStates, pairs].map((n) => n.toLocaleString("en"));
        const [own, its, compared] = numbers;
        return `Bisimilar in ${where}: ${own} states, ${its} of the mutant, ${compared} pairs.`;
      });
  }
}
