import { resultOf, returnValue } from "../../../memory/call.ts";
import { observablesOf } from "../../../model/observables.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import { whyNotOrdinary } from "../ordinary.ts";
import type { ReplayedStep } from "../replay.ts";

/** A call of the model from its entry to its return. */
export interface WalkedCall {
  readonly steps: readonly ReplayedStep[];
  readonly after: KexecState;
}

/** A number below n. */
export type Choose = (n: number) => number;

/**
 * Lets a caller make an ordinary call, chosen at random, in a state in which nobody is in a call;
 * null when there is none.
 */
export type MakeCall = (state: KexecState, choose: Choose) => WalkedCall | null;

/** One copy in so many finds memory that cannot be read. */
const COPIES_PER_FAULT = 12;
/** How many calls are begun before the walk gives up: some come to where only a fault goes on. */
const ATTEMPTS = 100;

/** Makes calls of one world. What can happen in a state is remembered: walks come back. */
export function callMaker(simulation: Simulation): MakeCall {
  const movesIn = rememberMoves(simulation);
  const tryCall: MakeCall = (state, choose) => {
    const steps: ReplayedStep[] = [];
    let before = state;
    let task: number | null = null;
    for (;;) {
      const move: Move | null = chooseMove(movesIn(before, task), choose);
      if (move === null) return null;
      steps.push({ ...move.step, index: steps.length });
      before = move.after;
      task = move.task;
      if (move.step.event.type === "sys_exit") return { steps, after: before };
    }
  };
  return (state, choose) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const call = tryCall(state, choose);
      if (call !== null) return call;
    }
    return null;
  };
}

/** A step that an ordinary call can take. */
interface Move {
  readonly task: number;
  readonly step: ReplayedStep;
  readonly after: KexecState;
}

/** Most of the time nothing goes wrong. */
function chooseMove(moves: readonly Move[], choose: Choose): Move | null {
  const fails = choose(COPIES_PER_FAULT) === 0;
  const wanted = moves.filter(({ step }) => isFault(step.event) === fails);
  const from = wanted.length > 0 ? wanted : moves;
  return from[choose(Math.max(1, from.length))] ?? null;
}

function isFault(event: ReplayedStep["event"]): boolean {
  return "outcome" in event && event.outcome !== "ok";
}

/** More states than that are looked at anew each time. */
const STATES_MAX = 50_000;

/** @returns the moves of a task in its call; where nobody is in one, those that begin one */
function rememberMoves(simulation: Simulation) {
  const known = new Map<KexecState["configuration"], Map<string, readonly Move[]>>();
  let states = 0;
  return (state: KexecState, task: number | null): readonly Move[] => {
    const { configuration, context } = state;
    const here = known.get(configuration) ?? new Map<string, readonly Move[]>();
    known.set(configuration, here);
    const key = Buffer.from(context.mem).toString("latin1");
    const moves = here.get(key) ?? findMoves(simulation, state, task);
    if (!here.has(key) && states < STATES_MAX) {
      here.set(key, moves);
      states += 1;
    }
    return moves;
  };
}

function findMoves(simulation: Simulation, before: KexecState, task: number | null): Move[] {
  const { layout, alphabet, step } = simulation;
  return alphabet(before).flatMap((event): Move[] => {
    if (!("task" in event)) return [];
    if (task === null ? event.type !== "kexec_load" : event.task !== task) return [];
    const taken = step(before, event);
    if (taken === null) return [];
    const { transitions, state } = taken;
    if (whyNotOrdinary(layout, { event, before, transitions }) !== null) return [];
    const result =
      event.type === "sys_exit"
        ? returnValue(resultOf(layout, before.context.mem, event.task))
        : null;
    const expect = observablesOf(layout, state.context.mem, result);
    const found = { index: 0, event, before, transitions, expect };
    return [{ task: event.task, step: found, after: state }];
  });
}

/** The call as a person reads it, with what goes wrong in it. */
export function callLabel({ label, layout }: Simulation, steps: readonly ReplayedStep[]): string {
  const [first] = steps;
  if (first === undefined) return "";
  const several = layout.bounds.tasks > 1 && "task" in first.event;
  const who = several ? `task ${first.event.task}: ` : "";
  const fault = steps.find(({ event }) => isFault(event));
  return `${who}${label(first.event)}${fault ? `; ${label(fault.event)}` : ""}`;
}
