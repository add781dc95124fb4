import { type Call, callMachine, inputsOf } from "./call-machine.ts";
import type { Criterion } from "./criteria.ts";
import type { TestGraph } from "./graph.ts";
import { routesFor } from "./routes.ts";
import { identifyingSequences, identifyStates } from "./state-identifiers.ts";

/**
 * Harmonized state identifiers, for as many states as the model has (HSI, m = n).
 *
 * Every call from every state in which nothing is under way, followed by all that tells the state
 * that it leads to from each other one. What can be seen without a call counts: states that look
 * different need no sequence. A kernel with no more such states than the model has, which passes the
 * suite, answers every sequence of these inputs as the model does.
 *
 * An item is a sequence of inputs from the initial state, `WORLD: INPUT > INPUT`; a run covers those
 * that it begins with.
 */
export const hsi: Criterion = {
  itemsOf: (run, graph) => beginnings(graph, inputsOf(graph, run)),
  candidates: (routes, graph) => {
    const sequences = new Map<string, readonly Call[]>();
    for (const calls of identifyingSequences(callMachine(graph, new Set(routes.edges)))) {
      sequences.set(itemOf(graph, inputs(calls)), calls);
    }
    for (const calls of [...sequences.values()]) {
      for (const item of beginnings(graph, inputs(calls)).slice(0, -1)) sequences.delete(item);
    }
    return new Map(
      [...sequences].map(([item, calls]) => {
        const run = calls.flatMap((call) => call.run);
        const last = run.at(-1);
        return [item, last ? [...run, ...routes.wayToEnd(last.to)] : []];
      }),
    );
  },
};

/** Per world, how many pairs of states no suite can tell apart. */
export function alikeStates(graphs: readonly TestGraph[]): { item: string; reason: string }[] {
  return graphs.flatMap((graph) => {
    const machine = callMachine(graph, new Set(routesFor(graph, "everything").edges));
    const after = (index: number): string =>
      inputs(machine.states[index]?.access ?? []).join(" > ") || "nothing";
    const { alike } = identifyStates(machine);
    const [first] = alike;
    if (!first) return [];
    const pairs = `${alike.length} ${alike.length === 1 ? "pair" : "pairs"} of states`;
    const example = `such as those after ${after(first[0])} and after ${after(first[1])}`;
    const item = `${graph.simulation.world.name}: ${pairs}, ${example}`;
    return [{ item, reason: "no calls of one caller tell them apart" }];
  });
}

function inputs(calls: readonly Call[]): string[] {
  return calls.map(({ input }) => input);
}

function beginnings(graph: TestGraph, sequence: readonly string[]): string[] {
  return sequence.map((_, i) => itemOf(graph, sequence.slice(0, i + 1)));
}

function itemOf({ simulation: { world } }: TestGraph, sequence: readonly string[]): string {
  return `${world.name}: ${sequence.join(" > ")}`;
}
