import type { KexecState, Simulation } from "../../../model/simulation.ts";
import { type Playback, type PlayedStep, play } from "./playback.ts";
import { simulationOf } from "./subjects.ts";
import type { TraceItem } from "./trace-item.ts";

/** So many steps are played in far less than a second. */
export const shortTrace_steps = 1_000;
/** The page answers after so many; a step takes some 0.1 ms. */
const slice_steps = 200;

const ready = new WeakMap<TraceItem, Playback>();

/** The playback of a long trace that was played before it was shown, or null. */
export function readyPlayback(item: TraceItem): Playback | null {
  return ready.get(item) ?? null;
}

export interface PlayAheadOptions {
  /** Told how many steps are played. @returns false to stop */
  readonly onSlice: (done: number) => boolean;
  /** Lets the browser do what else there is to do. */
  readonly pause: () => Promise<void>;
}

/**
 * Plays a long trace slice by slice, and keeps it for when it is shown.
 *
 * @returns whether it came to its end, or to the step that the model refuses
 */
export async function playAhead(item: TraceItem, options: PlayAheadOptions): Promise<boolean> {
  const { subject, events } = item;
  const simulation = simulationOf(subject);
  const states: KexecState[] = [simulation.initial];
  const steps: PlayedStep[] = [];
  let refused: Playback["refused"] = null;
  while (steps.length < events.length && refused === null) {
    const slice = events.slice(steps.length, steps.length + slice_steps);
    const from = startingFrom(simulation, states.at(-1) ?? simulation.initial);
    const played = play(subject, slice, { subject, ...from, states: [], steps: [], refused });
    steps.push(...played.steps);
    states.push(...played.states.slice(1));
    refused = played.refused;
    if (!options.onSlice(steps.length)) return false;
    await options.pause();
  }
  ready.set(item, { subject, simulation, states, steps, refused });
  return true;
}

/** The same model, as if everything began in a state of it. */
function startingFrom(
  simulation: Simulation,
  initial: KexecState,
): { readonly simulation: Simulation } {
  return { simulation: { ...simulation, initial } };
}
