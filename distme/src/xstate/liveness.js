import { findLasso } from "../checker/liveness.js";
import { Replay } from "../checker/trace.js";
import { propertyError } from "./advice.js";
import { traceOf } from "./verdict.js";
/** What a liveness property asks of every state while the search runs. */
export function markOf(property) {
    const { name, holds } = property;
    const naming = (ask) => (state) => {
        try {
            return ask(state);
        }
        catch (error) {
            throw propertyError(name, error);
        }
    };
    const from = property.kind === "leadsTo" ? naming(property.when) : null;
    return { name, from, goal: naming(holds) };
}
/** Judges the liveness properties on the graph of a complete search. */
export function livenessVerdicts(properties, explored, machine) {
    const { graph, marks, states } = explored;
    return properties.map((property, i) => {
        if (!graph)
            return { property, outcome: "unknown", applied: 0, trace: null };
        const goal = marks.goals(i, states);
        const from = property.kind === "leadsTo" ? marks.begins(i, states) : null;
        const applied = from ? from.reduce((sum, one) => sum + one, 0) : graph.initials;
        const fairness = (property.fairness ?? []).map((one) => classOf(one, machine, actionsOf(graph)));
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
function actionsOf({ action }) {
    let count = 0;
    for (const index of action)
        if (index >= count)
            count = index + 1;
    return count;
}
function classOf({ strength, name, includes }, { model }, actions) {
    const member = Uint8Array.from({ length: actions }, (_, index) => includes(model.action(index)) ? 1 : 0);
    return { strength, name, member };
}
function pathOf({ stem, loop }, { store }, { model }) {
    const replay = new Replay(model, store);
    replay.begin(stem.states[0] ?? 0);
    const follow = (states, actions, end) => {
        actions.forEach((action, i) => {
            replay.toState(action, states[i + 1] ?? end);
        });
    };
    const entry = stem.states.at(-1) ?? 0;
    follow(stem.states, stem.actions, entry);
    follow(loop.states, loop.actions, entry);
    return replay.path();
}
//# sourceMappingURL=liveness.js.map