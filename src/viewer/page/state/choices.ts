import type { KexecEvent } from "../../../../machines/events.ts";
import { literalName, taskOf, taskOfPath } from "../../../model/compose.ts";
import type { KexecState, Simulation } from "../../../model/simulation.ts";
import { literalGuard } from "../../chart/charts.ts";
import { guardName } from "../../svg/names.ts";

/** An event that may or may not happen in a state. */
export interface Choice {
  readonly event: KexecEvent;
  readonly label: string;
  /** Where it leads: the transitions it takes and the leaves behind it; null: nowhere. */
  readonly leads: { readonly transitions: readonly string[]; readonly leaves: string[] } | null;
  /** Guards that say no, with the state that asks them. Empty for an event that happens. */
  readonly refusedBy: readonly string[];
}

/** Every event that an active state handles, those that happen first. */
export function choicesOf(simulation: Simulation, state: KexecState): Choice[] {
  const choices = simulation.alphabet(state).map((event): Choice => {
    const next = simulation.step(state, event);
    const label = simulation.label(event);
    if (!next) return { event, label, leads: null, refusedBy: refusals(state, event) };
    const before = new Set(state.configuration.leaves);
    const leaves = next.state.configuration.leaves.filter((leaf) => !before.has(leaf));
    const leads = { transitions: next.transitions, leaves: leaves.map(literalName) };
    return { event, label, leads, refusedBy: [] };
  });
  return [
    ...choices.filter(({ leads }) => leads !== null),
    ...choices.filter(({ leads }) => leads === null),
  ];
}

/** The guards that were asked for an event and all said no. */
function refusals({ configuration }: KexecState, event: KexecEvent): string[] {
  const task = taskOf(event);
  const handlers = configuration.handlers.get(event.type) ?? [];
  return handlers
    .filter(({ path }) => taskOfPath(path) === null || taskOfPath(path) === task)
    .flatMap(({ node }) =>
      (node.transitions.get(event.type) ?? []).flatMap(({ guard }) => {
        const name = guardName(literalGuard(guard));
        return name === null ? [] : [name];
      }),
    );
}
