import { changes } from "./describe.ts";
import type { TraceReport, TraceStepReport } from "./report.ts";
import { simulate } from "./simulation.ts";
import type { World } from "./world.ts";

/** A run of a wrong model beside the right one that is given the same events. */
export interface Beside {
  /** The right model's steps, as far as it takes the events. */
  readonly steps: readonly TraceStepReport[];
  /** The first step in which the two differ, counted from 0; null: they never do. */
  readonly differs: number | null;
  /** What the wrong model does there, in a few words. */
  readonly here: string | null;
  /** ... and the right one. */
  readonly there: string | null;
}

/**
 * Gives a world's own model the events of a trace.
 *
 * @param world the world of the right model; its requests and calls must be those of the trace
 */
export function besideOf(world: World, trace: TraceReport): Beside {
  const steps: TraceStepReport[] = [];
  const { layout, initial, step, label } = simulate(world);
  let state = initial;
  for (const [i, { event, changes: wrong, states }] of trace.steps.entries()) {
    const next = step(state, event);
    const did = wrong.join("; ") || "changes nothing";
    if (next === null) {
      return { steps, differs: i, here: did, there: `takes no ${event.type} here` };
    }
    const right = changes(layout, state.context.mem, next.state.context.mem);
    const { leaves } = next.state.configuration;
    steps.push({ event, label: label(event), states: leaves, changes: right });
    if (!isSame(right, wrong)) {
      return { steps, differs: i, here: did, there: right.join("; ") || "changes nothing" };
    }
    if (!isSame(leaves, states)) {
      const [here, there] = [wayText(states, leaves), wayText(leaves, states)];
      return { steps, differs: i, here, there };
    }
    state = next.state;
  }
  return { steps, differs: null, here: null, there: null };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

/** Where one model goes and the other does not. */
function wayText(one: readonly string[], other: readonly string[]): string {
  const own = one.filter((path) => !other.includes(path));
  return `goes to ${own.map(shortPath).join(", ")}`;
}

function shortPath(path: string): string {
  return path.replace(/^running\.(task\d+\.)?/, "");
}
