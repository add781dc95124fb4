/** A machine that answers inputs; not every state needs to take every input. */
export interface Mealy<T extends Transition = Transition> {
  /** The first is the initial one. */
  readonly states: readonly MealyState<T>[];
}

export interface MealyState<T extends Transition = Transition> {
  /** What can be seen in it without an input. */
  readonly signature: string;
  /** By input. */
  readonly out: ReadonlyMap<string, T>;
  /** The fewest transitions that lead from the initial state to this one. */
  readonly access: readonly T[];
}

export interface Transition {
  readonly input: string;
  readonly output: string;
  /** Index of the state that it leads to. */
  readonly to: number;
}

/** What a state does with inputs that it takes, one after the other. */
export function answers<T extends Transition>(
  { states }: Mealy<T>,
  from: number,
  inputs: readonly string[],
): T[] {
  const taken: T[] = [];
  let at = from;
  for (const input of inputs) {
    const transition = states[at]?.out.get(input);
    if (!transition) throw new RangeError(`expected a state that takes ${input}, got none`);
    taken.push(transition);
    at = transition.to;
  }
  return taken;
}
