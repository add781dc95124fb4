import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { messageOf } from "../base/message.ts";
import { type Bisimulation, bisimulate } from "../checker/bisimulation.ts";
import { modelView } from "../conformance/reference/model-view.ts";
import { resultOf } from "../memory/call.ts";
import { contentOf } from "../memory/frames.ts";
import type { Layout } from "../memory/layout.ts";
import { machineState } from "../model/machine-state.ts";
import { kexecModel } from "../model/model.ts";
import type { Edit } from "../model/mutant.ts";
import type { World } from "../model/world.ts";
import { type ExploredGraph, exploreGraph } from "../xstate/explored-graph.ts";
import type { StateView } from "../xstate/property.ts";

/** Whether an observer of the kernel can tell a mutant from the model in one world. */
export type Equivalence =
  | (Bisimulation & { readonly states: number; readonly mutantStates: number })
  | { readonly bisimilar: null; readonly why: string };

type Explored = ExploredGraph<KexecContext, KexecEvent>;

/**
 * Compares the whole graphs of the model and a mutant in one world.
 *
 * An observer sees every step with what the kernel was given and what a call returns, and between
 * two steps all that the reference kernel is compared by: slots, lock, images with their lists, the
 * use, protection and content of every frame, sysctls, what the machine does. It does not see where
 * in the statechart a task stands. States that differ in the numbers of exchangeable frames are one.
 *
 * @param edits the mutants, by name
 * @param statesMax a mutant with more states is not compared
 */
export function compareGraphs(
  world: World,
  edits: Readonly<Record<string, Edit>>,
  statesMax: number,
): Map<string, Equivalence> {
  const { layout } = kexecModel(world);
  const model = graphOf(world, {}, Infinity);
  return new Map(
    Object.entries(edits).map(([name, edit]) => {
      try {
        const mutant = graphOf(world, edit, statesMax);
        if (model && mutant) return [name, compare(layout, model, mutant)];
        return [name, { bisimilar: null, why: `more than ${statesMax} states` }];
      } catch (error) {
        return [name, { bisimilar: null, why: messageOf(error).split("\n")[0] ?? "" }];
      }
    }),
  );
}

function compare(layout: Layout, model: Explored, mutant: Explored): Equivalence {
  return {
    ...bisimulate({
      graphs: [model.graph, mutant.graph],
      label: labels([model, mutant]),
      same: (one, other) => looksAlike(layout, [model, one], [mutant, other]),
    }),
    states: model.graph.states,
    mutantStates: mutant.graph.states,
  };
}

function graphOf(world: World, edit: Edit, statesMax: number): Explored | null {
  const { machine, options } = kexecModel(world, edit);
  const limits = statesMax === Infinity ? {} : { statesMax };
  return exploreGraph<KexecContext, KexecEvent>(machine, options, limits);
}

/** Numbers events by what they say: a mutant's alphabet may lack some. */
function labels(graphs: readonly [Explored, Explored]): (graph: 0 | 1, edge: number) => number {
  const numbers = new Map<string, number>();
  const known = [new Map<KexecEvent, number>(), new Map<KexecEvent, number>()] as const;
  return (graph, edge) => {
    const event = graphs[graph].event(edge);
    const seen = known[graph].get(event);
    if (seen !== undefined) return seen;
    const text = JSON.stringify(event);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known[graph].set(event, number);
    return number;
  };
}

type Place = readonly [graph: Explored, state: number];

function looksAlike(layout: Layout, [model, one]: Place, [mutant, other]: Place): boolean {
  const state = model.view(one);
  const wrong = mutant.view(other);
  const sameMemory = Buffer.compare(state.context.mem, wrong.context.mem) === 0;
  if (sameMemory && machineState(state) === machineState(wrong)) return true;
  if (observation(layout, state) !== observation(layout, wrong)) return false;
  return returning(model, one).every(
    (task) =>
      resultOf(layout, state.context.mem, task) === resultOf(layout, wrong.context.mem, task),
  );
}

/** The tasks that can return to user space in a state: what they return is seen. */
function returning({ graph, event }: Explored, state: number): number[] {
  const tasks: number[] = [];
  for (let edge = graph.first[state] ?? 0; edge < (graph.first[state + 1] ?? 0); edge++) {
    const step = event(edge);
    if (step.type === "sys_exit") tasks.push(step.task);
  }
  return tasks;
}

/** Everything that can be seen of the kernel in a state. */
function observation(layout: Layout, state: StateView<KexecContext>): string {
  const seen = [...modelView(layout, state)].map(([what, value]) => `${what}: ${value}`).sort();
  if (machineState(state) === "dead") return seen.join("\n"); // nobody looks at its memory
  const { mem } = state.context;
  const contents = Array.from({ length: layout.frames }, (_, pfn) => contentOf(layout, mem, pfn));
  return `${seen.join("\n")}\ncontents ${contents.join()}`;
}
