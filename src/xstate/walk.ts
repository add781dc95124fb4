import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import { isIgnored, readChart } from "./chart.ts";
import { Configurations, type InternedConfiguration } from "./configuration.ts";
import type { EventLike } from "./options.ts";
import type { StateView } from "./property.ts";
import { inertScope, withContext } from "./scope.ts";

/** A state of a walk; it is never changed. */
export interface WalkState<C> extends StateView<C> {
  readonly configuration: InternedConfiguration;
}

/** What one event did. */
export interface WalkStep<C> {
  readonly state: WalkState<C>;
  /** Keys of the chart's transitions that were taken, `always` ones included. */
  readonly taken: readonly string[];
}

/** Walks through a machine event by event, with the semantics of the checker. */
export interface Walker<C, E> {
  readonly initial: WalkState<C>;
  /** A snapshot of the same machine as a state of a walk. */
  readonly stateOf: (snapshot: AnyMachineSnapshot) => WalkState<C>;
  /** The state after an event, or null when no transition is enabled. */
  readonly step: (state: WalkState<C>, event: E) => WalkStep<C> | null;
}

/** @throws MachineError for a machine that cannot be explored either */
export function walk<C, E extends EventLike>(machine: AnyStateMachine): Walker<C, E> {
  const chart = readChart(machine);
  const configurations = new Configurations(chart);
  const inert = inertScope();
  const stateOf = (snapshot: AnyMachineSnapshot): WalkState<C> => ({
    context: snapshot.context,
    configuration: configurations.intern(snapshot),
  });
  return {
    initial: stateOf(machine.getInitialSnapshot(inert.scope, undefined)),
    stateOf,
    step: ({ context, configuration }, event) => {
      if (isIgnored(chart, configuration.nodes, event.type)) return null;
      inert.clear();
      const before = withContext(configuration.template, context);
      const after = machine.transition(before, event, inert.scope);
      const taken = inert.microsteps.flatMap(({ transitions }) =>
        transitions.map((transition) => chart.transitionOf.get(transition)?.key ?? ""),
      );
      return taken.length === 0 ? null : { state: stateOf(after), taken };
    },
  };
}
