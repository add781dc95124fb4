/** Shortest ways from the roots, which must be open themselves. */
export function reach(graph, { roots, depth: given, closed }) {
    const { states, first, target } = graph;
    const depth = new Int32Array(states).fill(-1);
    const before = new Int32Array(states);
    const order = new Int32Array(states);
    let size = 0;
    let root = 0;
    for (let begin = 0, level = 0; root < roots.length || begin < size; level++) {
        for (; root < roots.length && (given?.[roots[root] ?? 0] ?? 0) <= level; root++) {
            const state = roots[root] ?? 0;
            if ((depth[state] ?? 0) < 0)
                order[size++] = state;
            depth[state] = level;
            before[state] = state;
        }
        for (const end = size; begin < end; begin++) {
            const state = order[begin] ?? 0;
            const last = first[state + 1] ?? 0;
            for (let edge = first[state] ?? 0; edge < last; edge++) {
                const next = target[edge] ?? 0;
                const known = depth[next] ?? 0;
                if (known < 0) {
                    if (closed?.[next])
                        continue;
                    depth[next] = level + 1;
                    before[next] = state;
                    order[size++] = next;
                }
                else if (known > level && state < (before[next] ?? 0)) {
                    before[next] = state;
                }
            }
        }
    }
    return { depth, before, order: order.subarray(0, size) };
}
/** The states from a root to `state`. */
export function wayTo({ before }, state) {
    const way = [state];
    for (let at = state, previous = before[at]; previous !== undefined && previous !== at;) {
        way.push(previous);
        at = previous;
        previous = before[at];
    }
    return way.reverse();
}
//# sourceMappingURL=reach.js.map