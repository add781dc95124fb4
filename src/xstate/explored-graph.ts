import type { AnyStateMachine } from "xstate";
import { explore } from "../checker/explore.ts";
import type { StateGraph } from "../checker/graph.ts";
import { graphOf } from "../checker/graph-of.ts";
import type { Limits } from "../checker/model.ts";
import { modelOf } from "./check.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import type { StateView } from "./property.ts";

/** The whole graph of a machine, with the means to read its states and events. */
export interface ExploredGraph<C, E> {
  readonly graph: StateGraph;
  /** Valid until the next call. */
  readonly view: (state: number) => StateView<C>;
  /** The event of an edge. */
  readonly event: (edge: number) => E;
}

/**
 * Explores a machine and keeps its graph.
 *
 * @returns null when a limit was hit before every state was seen
 * @throws ModelError when a guard or an action throws
 */
export function exploreGraph<C, E extends EventLike>(
  machine: AnyStateMachine,
  options: CheckOptions<C, E>,
  limits: Limits = {},
): ExploredGraph<C, E> | null {
  const { model } = modelOf<C, E>(machine, options);
  const { store, incomplete } = explore(model, { limits });
  if (incomplete !== null) return null;
  const graph = graphOf(model, store, model.initialStates().length);
  const packed = new Int32Array(store.words);
  const words = new Int32Array(model.words);
  return {
    graph,
    view: (state) => {
      store.read(state, packed);
      if (model.packing) model.packing.unpack(packed, words);
      else words.set(packed);
      return model.view(words);
    },
    event: (edge) => model.action(graph.action[edge] ?? 0),
  };
}
