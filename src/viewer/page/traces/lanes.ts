import { type Actor, actorOf, lockActor } from "../state/actors.ts";
import type { Playback } from "../state/playback.ts";

/** Who acts in a run, tasks first: the lanes. */
export function actorsOf({ steps }: Playback): readonly Actor[] {
  const found = new Map<string, Actor>();
  for (const { event } of steps) {
    const actor = actorOf(event);
    found.set(actor.id, actor);
  }
  const rank = ({ id }: Actor): string => (id.startsWith("task") ? `0${id}` : "1");
  return [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Who holds the lock behind step `i`: the id of a lane, or null. */
export function lockLane({ simulation, states }: Playback, i: number): string | null {
  const state = states[i];
  if (!state) return null;
  return lockActor(simulation.layout, state.context.mem)?.id ?? null;
}
