import { callMachine, inputsOf, } from "./call-machine.js";
import { identifyStates } from "./state-identifiers.js";
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
export const hsi = {
    itemsOf: (run, graph) => beginnings(graph, inputsOf(graph, run)),
    candidates: (routes, graph) => {
        const sequences = new Map();
        for (const calls of identifyingSequences(callMachine(graph, new Set(routes.edges)))) {
            sequences.set(itemOf(graph, inputs(calls)), calls);
        }
        for (const calls of [...sequences.values()]) {
            for (const item of beginnings(graph, inputs(calls)).slice(0, -1))
                sequences.delete(item);
        }
        return new Map([...sequences].map(([item, calls]) => {
            const run = calls.flatMap((call) => call.run);
            const last = run.at(-1);
            return [item, last ? [...run, ...routes.wayToEnd(last.to)] : []];
        }));
    },
};
/** Each state and each call, with what tells the state behind it from the others. */
export function identifyingSequences(machine) {
    const { identifiers } = identifyStates(machine);
    const identified = (calls, index) => [
        calls,
        ...(identifiers[index] ?? []).map((sequence) => {
            return [...calls, ...answers(machine, index, sequence)];
        }),
    ];
    return machine.states
        .flatMap(({ access, out }, index) => [
        ...identified(access, index),
        ...[...out.values()].flatMap((call) => identified([...access, call], call.to)),
    ])
        .filter((calls) => calls.length > 0);
}
/** What a state does with a sequence of inputs. */
function answers({ states }, from, sequence) {
    const calls = [];
    let state = states[from];
    for (const input of sequence) {
        const call = state?.out.get(input);
        if (!call)
            throw new Error(`expected a state that takes ${input}, got none`);
        calls.push(call);
        state = states[call.to];
    }
    return calls;
}
function inputs(calls) {
    return calls.map(({ input }) => input);
}
function beginnings(graph, sequence) {
    return sequence.map((_, i) => itemOf(graph, sequence.slice(0, i + 1)));
}
function itemOf({ simulation: { world } }, sequence) {
    return `${world.name}: ${sequence.join(" > ")}`;
}
//# sourceMappingURL=hsi.js.map