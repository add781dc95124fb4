import { explore } from "../checker/explore.js";
import { graphOf } from "../checker/graph-of.js";
import { modelOf } from "./check.js";
/**
 * Explores a machine and keeps its graph.
 *
 * @returns null when a limit was hit before every state was seen
 * @throws ModelError when a guard or an action throws
 */
export function exploreGraph(machine, options, limits = {}) {
    const { model } = modelOf(machine, options);
    const { store, incomplete } = explore(model, { limits });
    if (incomplete !== null)
        return null;
    const graph = graphOf(model, store, model.initialStates().length);
    const packed = new Int32Array(store.words);
    const words = new Int32Array(model.words);
    return {
        graph,
        view: (state) => {
            store.read(state, packed);
            if (model.packing)
                model.packing.unpack(packed, words);
            else
                words.set(packed);
            return model.view(words);
        },
        event: (edge) => model.action(graph.action[edge] ?? 0),
    };
}
//# sourceMappingURL=explored-graph.js.map