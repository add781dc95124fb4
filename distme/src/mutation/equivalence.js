import { messageOf } from "../base/message.js";
import { bisimulate } from "../checker/bisimulation.js";
import { modelView } from "../conformance/reference/model-view.js";
import { resultOf } from "../memory/call.js";
import { contentOf } from "../memory/frames.js";
import { machineState } from "../model/machine-state.js";
import { kexecModel } from "../model/model.js";
import { exploreGraph } from "../xstate/explored-graph.js";
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
export function compareGraphs(world, edits, statesMax) {
    const { layout } = kexecModel(world);
    const model = graphOf(world, {}, Infinity);
    return new Map(Object.entries(edits).map(([name, edit]) => {
        try {
            const mutant = graphOf(world, edit, statesMax);
            if (model && mutant)
                return [name, compare(layout, model, mutant)];
            return [name, { bisimilar: null, why: `more than ${statesMax} states` }];
        }
        catch (error) {
            return [name, { bisimilar: null, why: messageOf(error).split("\n")[0] ?? "" }];
        }
    }));
}
function compare(layout, model, mutant) {
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
function graphOf(world, edit, statesMax) {
    const { machine, options } = kexecModel(world, edit);
    const limits = statesMax === Infinity ? {} : { statesMax };
    return exploreGraph(machine, options, limits);
}
/** Numbers events by what they say: a mutant's alphabet may lack some. */
function labels(graphs) {
    const numbers = new Map();
    const known = [new Map(), new Map()];
    return (graph, edge) => {
        const event = graphs[graph].event(edge);
        const seen = known[graph].get(event);
        if (seen !== undefined)
            return seen;
        const text = JSON.stringify(event);
        const number = numbers.get(text) ?? numbers.size;
        numbers.set(text, number);
        known[graph].set(event, number);
        return number;
    };
}
function looksAlike(layout, [model, one], [mutant, other]) {
    const state = model.view(one);
    const wrong = mutant.view(other);
    const sameMemory = Buffer.compare(state.context.mem, wrong.context.mem) === 0;
    if (sameMemory && machineState(state) === machineState(wrong))
        return true;
    if (observation(layout, state) !== observation(layout, wrong))
        return false;
    return returning(model, one).every((task) => resultOf(layout, state.context.mem, task) === resultOf(layout, wrong.context.mem, task));
}
/** The tasks that can return to user space in a state: what they return is seen. */
function returning({ graph, event }, state) {
    const tasks = [];
    for (let edge = graph.first[state] ?? 0; edge < (graph.first[state + 1] ?? 0); edge++) {
        const step = event(edge);
        if (step.type === "sys_exit")
            tasks.push(step.task);
    }
    return tasks;
}
/** Everything that can be seen of the kernel in a state. */
function observation(layout, state) {
    const seen = [...modelView(layout, state)].map(([what, value]) => `${what}: ${value}`).sort();
    if (machineState(state) === "dead")
        return seen.join("\n"); // nobody looks at its memory
    const { mem } = state.context;
    const contents = Array.from({ length: layout.frames }, (_, pfn) => contentOf(layout, mem, pfn));
    return `${seen.join("\n")}\ncontents ${contents.join()}`;
}
//# sourceMappingURL=equivalence.js.map