import { assert } from "../base/assert.js";
/**
 * Decides whether two graphs are bisimilar, by the method of Hopcroft and Karp: what is reached by
 * the same steps must look the same and allow the same steps. States that must be bisimilar are
 * merged, so that at most as many pairs are compared as there are states.
 *
 * No two steps of a state have the same label; then bisimilarity is all that there is to see.
 *
 * @throws AssertionError when the graphs have different numbers of initial states
 */
export function bisimulate({ graphs, label, same }) {
    const [one, other] = graphs;
    assert(one.initials === other.initials, "expected as many initial states in both graphs");
    const parents = Int32Array.from({ length: one.states + other.states }, (_, state) => state);
    const pending = [];
    for (let i = one.initials - 1; i >= 0; i--)
        pending.push({ a: i, b: i, from: null, by: -1 });
    const stepsOf = (graph, state) => steps(graphs[graph], state, (edge) => label(graph, edge));
    let pairs = 0;
    for (let pair = pending.pop(); pair; pair = pending.pop()) {
        if (!merge(parents, pair.a, one.states + pair.b))
            continue;
        pairs++;
        const after = stepsOf(0, pair.a);
        const others = stepsOf(1, pair.b);
        const alike = after.size === others.size && same(pair.a, pair.b);
        if (!alike)
            return { bisimilar: false, steps: wayTo(pair) };
        for (const [by, a] of after) {
            const b = others.get(by);
            if (b === undefined)
                return { bisimilar: false, steps: [...wayTo(pair), by] };
            pending.push({ a, b, from: pair, by });
        }
    }
    return { bisimilar: true, pairs };
}
function steps({ first, target }, state, label) {
    const found = new Map();
    for (let edge = first[state] ?? 0; edge < (first[state + 1] ?? 0); edge++) {
        const by = label(edge);
        assert(!found.has(by), `expected one step with label ${by} from state ${state}, got two`);
        found.set(by, target[edge] ?? 0);
    }
    return found;
}
/** @returns false when both were in one class already */
function merge(parents, a, b) {
    const [one, other] = [find(parents, a), find(parents, b)];
    parents[other] = one;
    return one !== other;
}
function find(parents, state) {
    let at = state;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
        parents[at] = parents[up] ?? up; // halves the way for the next time
        at = up;
    }
    return at;
}
function wayTo(pair) {
    const way = [];
    for (let at = pair; at?.from; at = at.from)
        way.push(at.by);
    return way.reverse();
}
//# sourceMappingURL=bisimulation.js.map