import type { KexecEvent } from "../../../../machines/events.ts";
import { messageOf } from "../../../base/message.ts";
import { changes } from "../../../model/describe.ts";
import { isAtEnd } from "../../../model/machine-state.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import type { Subject } from "../../subject.ts";
import { simulationOf } from "./subjects.ts";

/** One step of a run that is played. */
export interface PlayedStep {
  readonly event: KexecEvent;
  readonly label: string;
  /** Keys of the literals' transitions that it took. */
  readonly transitions: readonly string[];
}

/** A run, taken again step by step: `states[0]` is the start, `states[i]` is behind step i. */
export interface Playback {
  readonly subject: Subject;
  readonly simulation: Simulation;
  readonly states: readonly KexecState[];
  readonly steps: readonly PlayedStep[];
  /** Why the rest of the events was not taken: the model refuses the next one. */
  readonly refused: { readonly event: KexecEvent; readonly why: string } | null;
}

/**
 * Takes the events of a run, up to the first that the model does not take.
 *
 * @param before a playback of the same subject whose first events are the same: it is continued
 */
export function play(
  subject: Subject,
  events: readonly KexecEvent[],
  before: Playback | null = null,
): Playback {
  const simulation = before?.simulation ?? simulationOf(subject);
  const states: KexecState[] = [simulation.initial];
  const steps: PlayedStep[] = [];
  for (const [i, event] of events.entries()) {
    const known = before?.steps[i];
    const knownState = before?.states[i + 1];
    if (known && knownState && steps.length === i && known.event === event) {
      steps.push(known);
      states.push(knownState);
      continue;
    }
    const state = states[i];
    if (!state) break;
    const taken = take(simulation, state, event);
    if (typeof taken === "string") {
      return { subject, simulation, states, steps, refused: { event, why: taken } };
    }
    steps.push(taken.step);
    states.push(taken.state);
  }
  return { subject, simulation, states, steps, refused: null };
}

function take(
  simulation: Simulation,
  state: KexecState,
  event: KexecEvent,
): { readonly step: PlayedStep; readonly state: KexecState } | string {
  try {
    const next = simulation.step(state, event);
    if (!next) return "the statechart takes no such event here";
    const step = { event, label: simulation.label(event), transitions: next.transitions };
    return { step, state: next.state };
  } catch (error) {
    return messageOf(error); // a file may hold an event that no statechart knows
  }
}

/**
 * What a reader sees of what step `i` (from 1) changed: at the end of the kernel the model forgets its
 * memory, which nothing in the kernel does.
 */
export function shownChanges(playback: Playback, i: number): readonly string[] {
  const state = playback.states[i];
  if (state && isAtEnd(state)) return [];
  return changesOf(playback, i);
}

/** What step `i` (from 1) changed in memory, in words. */
export function changesOf({ simulation, states }: Playback, i: number): readonly string[] {
  const [before, after] = [states[i - 1], states[i]];
  if (!before || !after) return [];
  return changes(simulation.layout, before.context.mem, after.context.mem);
}

/** The state behind step `i`, or the last one there is. */
export function stateAt(playback: Playback, i: number): KexecState {
  const state = playback.states[Math.min(i, playback.states.length - 1)];
  return state ?? playback.simulation.initial;
}
