import { type FactName, facts } from "../../../../machines/facts.ts";
import { literalName, taskRegion } from "../../../model/compose.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import { readChart } from "../../../xstate/chart.ts";
import { composedMachine } from "../../chart/charts.ts";
import { stateInfo, type TransitionInfo, transitionInfo } from "../../chart/info.ts";

/** Every transition of the statechart, in the order of the literals. */
export function allTransitions(): readonly TransitionInfo[] {
  transitions ??= readChart(composedMachine()).transitions.flatMap(
    ({ key }) => transitionInfo(literalName(key)) ?? [],
  );
  return transitions;
}

let transitions: readonly TransitionInfo[] | undefined;

/** The transitions that leave a state itself, in the order of its literal. */
export function transitionsFrom(path: string): readonly TransitionInfo[] {
  return allTransitions().filter(({ from }) => from === path);
}

/** The transitions from other states whose target a state is. */
export function transitionsInto(path: string): readonly TransitionInfo[] {
  return allTransitions().filter(({ from, to }) => to === path && from !== path);
}

/** The transitions that are asked for the same event in the same state, the first asked first. */
export function choiceAround({ from, event }: TransitionInfo): readonly TransitionInfo[] {
  return transitionsFrom(from).filter((one) => one.event === event);
}

/** `asked 2nd of 3`; null where there is no other. */
export function orderText(info: TransitionInfo): string | null {
  const count = choiceAround(info).length;
  if (count < 2) return null;
  return `asked ${ordinal(info.position + 1)} of ${count}`;
}

export function ordinal(number: number): string {
  const last = number % 10;
  const isTeen = number % 100 > 10 && number % 100 < 14;
  const ending = isTeen ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[last] ?? "th");
  return `${number}${ending}`;
}

/** `crashSlotEmptyIfCrash` as words: `crash slot empty if crash`. */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A fact that a state names, asked for every task that is there. */
export interface FactNow {
  readonly name: FactName;
  readonly tasks: readonly { readonly task: number; readonly isTrue: boolean }[];
}

/** The tasks that are in a state. */
export function tasksIn(simulation: Simulation, state: KexecState, path: string): number[] {
  return Array.from({ length: simulation.layout.bounds.tasks }, (_, task) => task).filter((task) =>
    state.configuration.has(`${taskRegion(task)}.${path}`),
  );
}

/** The facts of a state; nobody is asked without a state of the model. */
export function factsNow(
  path: string,
  simulation: Simulation | null,
  state: KexecState | null,
): readonly FactNow[] {
  const there = simulation && state ? tasksIn(simulation, state, path) : [];
  return (stateInfo(path)?.holds ?? []).map((name) => ({
    name,
    tasks: there.map((task) => ({ task, isTrue: isTrue(name, task, simulation, state) })),
  }));
}

function isTrue(
  name: FactName,
  task: number,
  simulation: Simulation | null,
  state: KexecState | null,
): boolean {
  return (
    simulation !== null && state !== null && facts[name](simulation.layout, state.context.mem, task)
  );
}
