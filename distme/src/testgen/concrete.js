import { assert } from "../base/assert.js";
import { resultOf, returnValue } from "../memory/call.js";
import { eventLabel } from "../model/describe.js";
import { observablesOf } from "../model/observables.js";
import { stateKey } from "./graph.js";
/**
 * Turns a run through a graph into the steps of a test.
 *
 * The graph's nodes stand for symmetry classes. The run is replayed on plain states: each edge is
 * answered by the first event of its type that leads into the same class by the same transitions.
 */
export function stepsOf(simulation, run) {
    const steps = [];
    let state = simulation.initial;
    for (const edge of run) {
        const { event, step } = concreteStep(simulation, state, edge);
        steps.push(suiteStep(simulation, state, event, step));
        state = step.state;
    }
    return steps;
}
/** One step as a suite saves it. */
export function suiteStep({ layout }, before, ...[event, step]) {
    return {
        event,
        label: eventLabel(layout, event),
        transitions: step.transitions,
        expect: expectedAfter(layout, before, event, step.state),
    };
}
/** What must be seen after a step. */
export function expectedAfter(layout, before, ...[event, after]) {
    const result = event.type === "sys_exit"
        ? returnValue(resultOf(layout, before.context.mem, event.task))
        : null;
    return observablesOf(layout, after.context.mem, result);
}
/** What was found before: most runs begin like others, and come to the same states. */
const known = new WeakMap();
function concreteStep(simulation, state, edge) {
    const steps = known.get(state) ?? new Map();
    known.set(state, steps);
    const found = steps.get(edge) ?? findStep(simulation, state, edge);
    steps.set(edge, found);
    return found;
}
function findStep(simulation, state, edge) {
    const { layout } = simulation;
    const target = stateKey(layout, edge.to.state);
    for (const event of simulation.alphabet(state)) {
        if (event.type !== edge.event.type)
            continue;
        const step = simulation.step(state, event);
        if (!step || step.transitions.join() !== edge.transitions.join())
            continue;
        if (stateKey(layout, step.state) === target)
            return { event, step };
    }
    assert(false, `a run of the graph cannot be replayed at ${edge.event.type}`);
}
//# sourceMappingURL=concrete.js.map