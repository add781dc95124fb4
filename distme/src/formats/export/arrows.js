import { labelText } from "./guard.js";
/** The arrows of a drawing, in document order of their first transition. */
export function drawnArrows({ transitions }) {
    const bundles = new Map();
    for (const arrow of transitions) {
        for (const target of arrow.targets) {
            const place = `${arrow.source.id} ${target.id}`;
            const before = bundles.get(place)?.labels ?? [];
            bundles.set(place, { source: arrow.source, target, labels: [...before, labelOf(arrow)] });
        }
    }
    return [...bundles.values()];
}
/** Transitions without a target, by their state. */
export function drawnInside({ states, transitions }) {
    return states.flatMap((state) => {
        const own = transitions.filter((arrow) => arrow.source === state && arrow.targets.length === 0);
        return own.length === 0 ? [] : [{ state, labels: own.map(labelOf) }];
    });
}
/** A transition that no event, guard or action describes is said to be always taken. */
function labelOf(arrow) {
    return labelText(arrow) || "always";
}
/** The innermost state that is drawn around both: the root if no other is. */
export function commonState(one, other, root) {
    const around = new Set(ancestors(one));
    return ancestors(other).find((state) => around.has(state)) ?? root;
}
/** From the innermost on; a state is not its own. */
function ancestors(state) {
    return state.parent === null ? [] : [state.parent, ...ancestors(state.parent)];
}
//# sourceMappingURL=arrows.js.map