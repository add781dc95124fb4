import { answers, type Mealy, type MealyState, type Transition } from "./mealy.ts";

/** A sequence of inputs. */
type Inputs = readonly string[];

/** What tells the states of a machine apart. */
export interface Identification {
  /**
   * For each state, by index, input sequences that it takes. Two states that can be told apart look
   * different, or have a beginning of such a sequence in common to which they answer differently.
   */
  readonly identifiers: readonly (readonly Inputs[])[];
  /** Pairs of states that no sequence tells apart which both take. */
  readonly alike: readonly (readonly [number, number])[];
}

/** Finds the shortest sequences for all pairs of states, and for each state few of them. */
export function identifyStates({ states }: Mealy): Identification {
  const separating = separatingSequences(states);
  const identifiers = states.map(() => new Map<string, Inputs>());
  const alike: [number, number][] = [];
  for (const [i, j] of pairsOf(states.length)) {
    const inputs = separating.get(keyOf(i, j));
    if (!inputs) alike.push([i, j]);
    for (const state of inputs && inputs.length > 0 ? [i, j] : []) {
      identifiers[state]?.set(inputs?.join("\n") ?? "", inputs ?? []);
    }
  }
  return { identifiers: identifiers.map((found) => withoutBeginnings([...found.values()])), alike };
}

/**
 * Sequences from the initial state: to each state and through each transition, and on through all
 * that tells the state behind it from the others. A machine that has no more states and answers them
 * alike answers every sequence alike that this one takes, if no two states of this one are alike.
 */
export function identifyingSequences<T extends Transition>(machine: Mealy<T>): (readonly T[])[] {
  const { identifiers } = identifyStates(machine);
  const identified = (way: readonly T[], index: number): (readonly T[])[] => [
    way,
    ...(identifiers[index] ?? []).map((inputs) => [...way, ...answers(machine, index, inputs)]),
  ];
  return machine.states
    .flatMap(({ access, out }, index) => [
      ...identified(access, index),
      ...[...out.values()].flatMap((taken) => identified([...access, taken], taken.to)),
    ])
    .filter((sequence) => sequence.length > 0);
}

/** Shortest separating sequences, from pairs that look different backwards. */
function separatingSequences(states: readonly MealyState[]): Map<string, Inputs> {
  const found = new Map<string, Inputs>();
  let open = pairsOf(states.length).filter(([i, j]) => {
    const differ = states[i]?.signature !== states[j]?.signature;
    if (differ) found.set(keyOf(i, j), []);
    return !differ;
  });
  for (let grown = true; grown; ) {
    const round: (readonly [string, Inputs])[] = []; // what is found counts from the next round on
    open = open.filter(([i, j]) => {
      const inputs = separatingStep(states[i], states[j], found);
      if (inputs) round.push([keyOf(i, j), inputs]);
      return inputs === null;
    });
    for (const [key, inputs] of round) found.set(key, inputs);
    grown = round.length > 0;
  }
  return found;
}

/** An input that two states answer differently, or that leads to states that are told apart. */
function separatingStep(
  one: MealyState | undefined,
  other: MealyState | undefined,
  found: ReadonlyMap<string, Inputs>,
): Inputs | null {
  let best: Inputs | null = null;
  for (const [input, call] of one?.out ?? []) {
    const answer = other?.out.get(input);
    if (!answer) continue;
    if (call.output !== answer.output) return [input];
    const rest = found.get(keyOf(call.to, answer.to));
    if (rest && (best === null || rest.length + 1 < best.length)) best = [input, ...rest];
  }
  return best;
}

function pairsOf(n: number): (readonly [number, number])[] {
  return Array.from({ length: n }, (_, j) =>
    Array.from({ length: j }, (_, i) => [i, j] as const),
  ).flat();
}

function keyOf(i: number, j: number): string {
  return i < j ? `${i} ${j}` : `${j} ${i}`;
}

function withoutBeginnings(all: readonly Inputs[]): Inputs[] {
  return all.filter((one) => {
    return !all.some((longer) => {
      return longer.length > one.length && one.every((input, i) => longer[i] === input);
    });
  });
}
