import { actionNames, eventName, guardName, resultOf } from "./names.js";
/** Reads the states and transitions of a machine. It runs no guard and no action. */
export function readDiagram(machine, naming = asNamed) {
    const stateOf = new Map();
    const root = readState(machine.root, null, { stateOf, naming });
    const transitions = [...stateOf].flatMap(([node, source]) => outgoing(node).flatMap(([eventType, definitions]) => definitions.flatMap((definition, position) => readTransition(definition, { source, eventType, position, stateOf, naming }))));
    return { root, states: [...stateOf.values()].slice(1), transitions };
}
const asNamed = {
    ofState: ({ path, key, description }) => ({
        path: path.join("."),
        key,
        description: description ?? "",
    }),
    ofGuard: (guard) => guard,
};
/** Whether `ancestor` contains `state`; a state does not contain itself. */
export function contains(ancestor, state) {
    for (let next = state.parent; next !== null; next = next.parent) {
        if (next === ancestor)
            return true;
    }
    return false;
}
/** The innermost state that contains both, neither of them included. */
export function commonParent(one, other) {
    let parent = one.parent;
    while (parent !== null && !contains(parent, other))
        parent = parent.parent;
    return parent;
}
function readState(node, parent, reading) {
    const { stateOf, naming } = reading;
    const children = [];
    const state = {
        ...naming.ofState(node),
        kind: node.type,
        parent,
        children,
        order: stateOf.size,
        depth: node.path.length - 1,
        initial: null,
        transient: !!node.always?.some(({ guard }) => !guard),
        source: sourceOf(node.meta),
    };
    stateOf.set(node, state);
    for (const child of Object.values(node.states))
        children.push(readState(child, state, reading));
    if (node.type === "compound") {
        const first = node.initial.target?.[0];
        state.initial = (first && stateOf.get(first)) ?? null;
    }
    return state;
}
/** One entry for each target, since a transition into parallel regions may name several. */
function readTransition(definition, from) {
    const { source, eventType, position } = from;
    const guard = from.naming.ofGuard(definition.guard);
    const targets = definition.target ?? [null];
    return targets.map((target) => ({
        key: `${source.path} ${eventType || "always"} ${position}`,
        source,
        target: (target && from.stateOf.get(target)) ?? null,
        event: eventName(eventType),
        guard: guardName(guard),
        otherwise: !guard && position > 0,
        result: resultOf(definition.actions),
        actions: actionNames(definition.actions),
    }));
}
function outgoing(node) {
    return [["", node.always ?? []], ...node.transitions];
}
function sourceOf(meta) {
    const source = typeof meta === "object" && meta && "source" in meta ? meta.source : "";
    return typeof source === "string" ? source : JSON.stringify(source);
}
//# sourceMappingURL=diagram.js.map