import type { Simulation } from "../../../model/simulation.ts";
import { type Block, blockOf } from "./block.ts";
import { expectationsOf } from "./expect.ts";
import type { Expectation, Watched } from "./expectation.ts";
import { withoutInsertedPages } from "./inserted-pages.ts";
import { sightsOf } from "./sights.ts";
import { silently } from "./silent-steps.ts";
import { createStates } from "./states.ts";
import type { KernelTrace } from "./trace-call.ts";
import type { Tracked } from "./tracked.ts";

/** Whether the statechart can do what a kernel was seen to do. */
export interface Verdict {
  readonly accepted: boolean;
  /** How many events of the trace the statechart can follow: the longest accepted prefix. */
  readonly prefix: number;
  /** What stopped it; null when it was accepted. */
  readonly blockedBy: Block | null;
  /** Keys of the transitions that the call took for certain, up to there. */
  readonly transitions: readonly string[];
  /** The states in which the kernel may be now; empty when it was not accepted. */
  readonly after: readonly Tracked[];
}

/**
 * Follows the function trace of one call through the statechart, by its own steps: every state that
 * silent steps can lead to is kept, until the next event of the trace says which are meant.
 *
 * @param before where the kernel may be before the call; see `trackedFrom`
 */
export function validate(
  simulation: Simulation,
  before: readonly Tracked[],
  trace: KernelTrace,
): Verdict {
  const { layout } = simulation;
  const watched: Watched = { layout, trace };
  let states = before.map((tracked): Tracked => ({ ...tracked, taken: new Set() }));
  for (const { index, sight } of withoutInsertedPages(sightsOf(trace.events), layout, trace)) {
    const reached = silently(simulation, trace, states);
    const expected = expectationsOf(watched, sight);
    const next = createStates();
    for (const tracked of reached) {
      for (const each of expected) {
        for (const way of follow(simulation, tracked, each)) next.add(way);
      }
    }
    if (next.all().length === 0) {
      const blockedBy = blockOf(simulation, { watched, index, sight, reached, expected });
      const transitions = certain(states);
      return { accepted: false, prefix: index, blockedBy, transitions, after: [] };
    }
    states = [...next.all()];
  }
  const prefix = trace.events.length;
  return { accepted: true, prefix, blockedBy: null, transitions: certain(states), after: states };
}

/** Every way in which one state can be what is expected, and the state behind it. */
function follow(
  { alphabet, step }: Simulation,
  tracked: Tracked,
  expected: Expectation,
): readonly Tracked[] {
  if (expected.kind === "place") {
    if (expected.differs(tracked) !== null) return [];
    return [{ ...tracked, ...expected.learns?.(tracked) }];
  }
  if (!tracked.state.configuration.handlers.has(expected.type)) return [];
  const choose = expected.choose(tracked);
  if (typeof choose === "string") return [];
  return alphabet(tracked.state)
    .filter((event) => event.type === expected.type && choose(event))
    .flatMap((event) => {
      const taken = step(tracked.state, event);
      if (taken === null || expected.differs(taken, tracked) !== null) return [];
      const learnt = expected.learns(taken, tracked);
      const all = new Set([...tracked.taken, ...taken.transitions]);
      return [{ ...tracked, ...learnt, state: taken.state, taken: all }];
    });
}

function certain(states: readonly Tracked[]): readonly string[] {
  const [first, ...others] = states.map(({ taken }) => taken);
  return [...(first ?? [])].filter((key) => others.every((taken) => taken.has(key)));
}
