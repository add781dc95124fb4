import type { KexecContext, KexecEvent } from "../../../machines/events.ts";
import { eventLabel } from "../../model/describe.ts";
import { kexecModel } from "../../model/model.ts";
import type { World } from "../../model/worlds.ts";
import { exploreGraph } from "../../xstate/explored-graph.ts";
import { ExportError } from "./export-error.ts";

/**
 * Every state that a world reaches, up to symmetry, and every step between them. State 0 is first.
 */
export interface LabelledGraph {
  readonly name: string;
  readonly states: readonly GraphState[];
  readonly steps: readonly GraphStep[];
}

export interface GraphState {
  /** Paths of the active atomic states, one for each region. */
  readonly leaves: readonly string[];
}

export interface GraphStep {
  readonly from: number;
  readonly to: number;
  /** Several tasks: who performs the step, and what: `task 1: kexec_trylock`. */
  readonly label: string;
}

/**
 * Explores a world and names its states and steps.
 *
 * @throws ExportError when there are more states than `states_max`
 */
export function worldGraph(world: World, states_max: number): LabelledGraph {
  const { layout, machine, options } = kexecModel(world);
  const explored = exploreGraph<KexecContext, KexecEvent>(
    machine,
    { ...options, properties: [] },
    { statesMax: states_max },
  );
  if (explored === null) {
    throw new ExportError(
      `expected a world of at most ${states_max} states, got ${world.name}, which has more: ` +
        "name a smaller one, or say --states-max",
    );
  }
  const { graph, view, event } = explored;
  const states = Array.from({ length: graph.states }, (_, state): GraphState => {
    return { leaves: [...view(state).configuration.leaves] };
  });
  const steps: GraphStep[] = [];
  for (let from = 0; from < graph.states; from++) {
    for (let edge = graph.first[from] ?? 0; edge < (graph.first[from + 1] ?? 0); edge++) {
      const step = event(edge);
      const who = world.bounds.tasks > 1 && "task" in step ? `task ${step.task}: ` : "";
      const label = `${who}${eventLabel(layout, step)}`;
      steps.push({ from, to: graph.target[edge] ?? 0, label });
    }
  }
  return { name: world.name, states, steps };
}
