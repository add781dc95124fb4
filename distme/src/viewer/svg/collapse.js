import { contains } from "./diagram.js";
/**
 * Divides the transitions of a diagram.
 *
 * Written into the box are: transitions that stay in their state, transitions between a state and
 * one that contains it, and early exits. A transition to an exit is early when it sets an errno
 * or when its state has another way on; so the only way out of a state stays an edge.
 *
 * @param exits paths of the states that early exits go to
 * @throws RangeError for a path that the diagram has no state for
 */
export function collapse(diagram, exits) {
    const exitStates = new Set(exits.map((path) => findState(diagram, path)));
    const waysOn = new Set(diagram.transitions
        .filter(({ target, source }) => target && target !== source && !exitStates.has(target))
        .map(({ source }) => source));
    const isEarlyExit = ({ source, target, result }) => target !== null && exitStates.has(target) && (!!result?.failed || waysOn.has(source));
    const exitsInto = new Map();
    for (const transition of diagram.transitions) {
        const { target } = transition;
        if (target && isEarlyExit(transition))
            exitsInto.set(target, (exitsInto.get(target) ?? 0) + 1);
    }
    return {
        ...divide(diagram, (transition) => isLocal(transition) || isEarlyExit(transition)),
        exitsInto,
    };
}
/** Writes every transition into the box of its state: a diagram without edges. */
export function collapseAll(diagram) {
    return { ...divide(diagram, () => true), exitsInto: new Map() };
}
/** Whether the transition stays in its state, or in the states that contain it. */
export function isLocal({ source, target }) {
    return !target || target === source || contains(source, target) || contains(target, source);
}
function divide(diagram, isRow) {
    const rows = new Map();
    const merged = new Map();
    for (const transition of diagram.transitions) {
        const { source, target } = transition;
        if (target === null || isRow(transition)) {
            rows.set(source, [...(rows.get(source) ?? []), transition]);
            continue;
        }
        const pair = `${source.order} ${target.order}`;
        const edge = merged.get(pair) ?? { source, target, transitions: [] };
        edge.transitions.push(transition);
        merged.set(pair, edge);
    }
    return { edges: [...merged.values()], rows };
}
function findState(diagram, path) {
    const state = diagram.states.find((each) => each.path === path);
    if (state)
        return state;
    const known = diagram.states.map((each) => each.path).join(", ");
    throw new RangeError(`expected the path of a state as exit, got "${path}"; states: ${known}`);
}
//# sourceMappingURL=collapse.js.map