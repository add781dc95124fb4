import { contains, } from "../svg/diagram.js";
import { chartDiagram, charts } from "./charts.js";
/** Returns what is collapsed in a chart when a reader has collapsed these states anywhere. */
export function cutOf(name, collapsed) {
    return topmost(collapsibleStates(name).filter(({ path }) => collapsed.has(path)));
}
/** Every cut of a chart; the one that is shown first comes first. */
export function cutsOf(name) {
    const states = collapsibleStates(name);
    const cutsBelow = (parents) => {
        const [first, ...rest] = parents;
        if (!first)
            return [[]];
        const inside = states.filter((state) => contains(first, state));
        const own = [[first.path], ...cutsBelow(outermost(inside))];
        return own.flatMap((cut) => cutsBelow(rest).map((other) => [...cut, ...other]));
    };
    const shownFirst = firstCut(name);
    const others = cutsBelow(outermost(states)).filter((cut) => keyOf(cut) !== keyOf(shownFirst));
    return [shownFirst, ...others];
}
/** What is collapsed when a chart is opened. */
export function firstCut(name) {
    return cutOf(name, new Set(charts[name].collapsedFirst));
}
/** Names a cut within its chart. */
export function keyOf(cut) {
    return cut.join(" ");
}
/** Whether a state can be drawn with and without its inside. */
export function isCollapsible(name, path) {
    return collapsibleStates(name).some((state) => state.path === path);
}
/** Draws a line round every collapsed state: what is inside is hidden, what crosses it stays. */
export function cutDiagram(name, cut) {
    const whole = chartDiagram(name);
    const paths = new Set([...cut, ...charts[name].closed]);
    const copyOf = new Map();
    const root = copyState(whole.root, null, { paths, copyOf });
    const states = whole.states.flatMap((state) => copyOf.get(state) ?? []);
    const boxOf = new Map(whole.states.map((state) => [state.path, boxAround(state, copyOf).path]));
    const hidden = new Map();
    const transitions = [];
    for (const transition of whole.transitions) {
        const source = boxAround(transition.source, copyOf);
        const target = transition.target && boxAround(transition.target, copyOf);
        const isFromInside = source.path !== transition.source.path;
        const staysInside = target === null || target === source;
        if (isFromInside && staysInside) {
            hidden.set(source, [...(hidden.get(source) ?? []), transition]);
        }
        else {
            transitions.push({ ...transition, source, target });
        }
    }
    const collapsed = new Map(whole.states.flatMap((state) => {
        const copy = copyOf.get(state);
        if (!copy || copy.children.length === state.children.length)
            return [];
        const states_count = whole.states.filter((other) => contains(state, other)).length;
        return [[copy, { states_count, transitions: hidden.get(copy) ?? [] }]];
    }));
    return { diagram: { root, states, transitions }, collapsed, boxOf };
}
function collapsibleStates(name) {
    const { collapsible, closed } = charts[name];
    return chartDiagram(name).states.filter(({ path, children }) => children.length > 0 &&
        !closed.includes(path) &&
        (collapsible === null || collapsible.includes(path)));
}
function topmost(states) {
    return outermost(states).map(({ path }) => path);
}
/** Those that are in none of the others. */
function outermost(states) {
    return states.filter((state) => !states.some((other) => contains(other, state)));
}
function copyState(state, parent, copying) {
    const isCut = copying.paths.has(state.path);
    const children = [];
    const copy = {
        ...state,
        kind: isCut ? "atomic" : state.kind,
        parent,
        children,
        order: copying.copyOf.size,
        initial: null,
    };
    copying.copyOf.set(state, copy);
    if (isCut)
        return copy;
    for (const child of state.children)
        children.push(copyState(child, copy, copying));
    copy.initial = (state.initial && copying.copyOf.get(state.initial)) ?? null;
    return copy;
}
/** The innermost drawn state that is this one or contains it. */
function boxAround(state, copyOf) {
    for (let next = state; next !== null; next = next.parent) {
        const copy = copyOf.get(next);
        if (copy)
            return copy;
    }
    throw new RangeError(`expected a state of the chart, got "${state.path}"`);
}
//# sourceMappingURL=cut.js.map