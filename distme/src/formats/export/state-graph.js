import { eventLabel } from "../../model/describe.js";
import { kexecModel } from "../../model/model.js";
import { exploreGraph } from "../../xstate/explored-graph.js";
import { ExportError } from "./export-error.js";
/**
 * Explores a world and names its states and steps.
 *
 * @throws ExportError when there are more states than `states_max`
 */
export function worldGraph(world, states_max) {
    const { layout, machine, options } = kexecModel(world);
    const explored = exploreGraph(machine, { ...options, properties: [] }, { statesMax: states_max });
    if (explored === null) {
        throw new ExportError(`expected a world of at most ${states_max} states, got ${world.name}, which has more: ` +
            "name a smaller one, or say --states-max");
    }
    const { graph, view, event } = explored;
    const states = Array.from({ length: graph.states }, (_, state) => {
        return { leaves: [...view(state).configuration.leaves] };
    });
    const steps = [];
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
//# sourceMappingURL=state-graph.js.map