import type { Explored } from "../checker/exploration.ts";
import { type FairClass, findLasso, type Lasso } from "../checker/liveness.ts";
import type { Mark } from "../checker/model.ts";
import { type Path, Replay } from "../checker/trace.ts";
import { propertyError } from "./advice.ts";
import type { MachineModel } from "./machine-model.ts";
import type { FairnessAssumption, Liveness, StateView } from "./property.ts";
import { traceOf, type Verdict } from "./verdict.ts";

/** What a liveness property asks of every state while the search runs. */
export function markOf<C, E>(property: Liveness<C, E>): Mark<StateView<C>> {
  const { name, holds } = property;
  const naming =
    (ask: (state: StateView<C>) => boolean) =>
    (state: StateView<C>): boolean => {
      try {
        return ask(state);
      } catch (error) {
        throw propertyError(name, error);
      }
    };
  const from = property.kind === "leadsTo" ? naming(property.when) : null;
  return { name, from, goal: naming(holds) };
}

/** Judges the liveness properties on the graph of a complete search. */
export function livenessVerdicts<C, E>(
  properties: readonly Liveness<C, E>[],
  explored: Explored<E>,
  machine: MachineModel<C, E>,
): Verdict<C, E>[] {
  const { graph, marks, states } = explored;
  return properties.map((property, i) => {
    if (!graph) return { property, outcome: "unknown", applied: 0, trace: null };
    const goal = marks.goals(i, states);
    const from = property.kind === "leadsTo" ? marks.begins(i, states) : null;
    const applied = from ? from.reduce((sum, one) => sum + one, 0) : graph.initials;
    const fairness = (property.fairness ?? []).map((one) =>
      classOf(one, machine, actionsOf(graph)),
    );
    const lasso = findLasso(graph, { name: property.name, from, goal, fairness });
    if (!lasso) {
      return { property, outcome: applied === 0 ? "vacuous" : "holds", applied, trace: null };
    }
    const path = pathOf(lasso, explored, machine);
    const trace = traceOf(path, machine, lasso.stem.actions.length);
    return { property, outcome: "violated", applied, trace };
  });
}

/** One more than the highest number of an action. */
function actionsOf({ action }: { readonly action: Uint16Array | Int32Array }): number {
  let count = 0;
  for (const index of action) if (index >= count) count = index + 1;
  return count;
}

function classOf<C, E>(
  { strength, name, includes }: FairnessAssumption<E>,
  { model }: MachineModel<C, E>,
  actions: number,
): FairClass {
  const member = Uint8Array.from({ length: actions }, (_, index) =>
    includes(model.action(index)) ? 1 : 0,
  );
  return { strength, name, member };
}

function pathOf<C, E>(
  { stem, loop }: Lasso,
  { store }: Explored<E>,
  { model }: MachineModel<C, E>,
): Path<E> {
  const replay = new Replay(model, store);
  replay.begin(stem.states[0] ?? 0);
  const follow = (states: readonly number[], actions: readonly number[], end: number): void => {
    actions.forEach((action, i) => {
      replay.toState(action, states[i + 1] ?? end);
    });
  };
  const entry = stem.states.at(-1) ?? 0;
  follow(stem.states, stem.actions, entry);
  follow(loop.states, loop.actions, entry);
  return replay.path();
}
