import type { Observables } from "../../../model/observables.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import { guestCall } from "../guest-calls.ts";
import type { GuestMemory } from "../guest-memory.ts";
import type { LoadedCall } from "../outside/expected.ts";
import { withContent } from "../outside/seeds.ts";
import { callPlan } from "../plan.ts";
import { type Choose, callLabel, callMaker } from "./random-call.ts";

/** A call of a walk: what is asked for, and what the model says comes of it. */
export interface WalkCall extends LoadedCall {
  readonly label: string;
  /** Steps of the statechart. */
  readonly steps: number;
  /** What the model says is seen after it. */
  readonly expect: Observables;
  readonly after: KexecState;
}

/** A walk through a world that can be continued. */
export interface Walk {
  readonly simulation: Simulation;
  /** The next calls. Fewer than asked for when the walk has come to where none can be made. */
  next(calls: number): WalkCall[];
}

/**
 * Begins a walk through a world's ordinary calls, where nothing is loaded.
 *
 * @param choose the same numbers give the same walk
 */
export function beginWalk(simulation: Simulation, memory: GuestMemory, choose: Choose): Walk {
  const { layout } = simulation;
  const makeCall = callMaker(simulation);
  let state = simulation.initial;
  const nextCall = (): WalkCall | null => {
    const call = makeCall(state, choose);
    const [first] = call?.steps ?? [];
    const last = call?.steps.at(-1);
    if (call === null || !first || !last || !("task" in first.event)) return null;
    state = call.after;
    const plan = callPlan(layout, first.event.task, call.steps);
    const seed = 1 + layout.bounds.requests.indexOf(plan.request) * SEEDS_PER_REQUEST;
    return {
      plan,
      request: withContent(guestCall(plan, memory, null), seed, CONTENT_MAX_bytes),
      label: callLabel(simulation, call.steps),
      steps: call.steps.length,
      expect: last.expect,
      after: call.after,
    };
  };
  return {
    simulation,
    next: (calls) => {
      const made: WalkCall[] = [];
      while (made.length < calls) {
        const call = nextCall();
        if (call === null) break;
        made.push(call);
      }
      return made;
    },
  };
}

/** Images with more pages are loaded as zeros: a walk has no time to fill their buffers. */
const CONTENT_MAX_bytes = 64n << 10n;
/** More than a call has segments: each segment of each request has content of its own. */
const SEEDS_PER_REQUEST = 32;
