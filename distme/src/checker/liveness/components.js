/** Above every search index: indexes ascend from 1, components are numbered down from here. */
const componentMax = 2 ** 31 - 1;
/**
 * Strongly connected components of parts of a graph.
 *
 * Pearce's form of Tarjan's algorithm ("A space-efficient algorithm for finding strongly connected
 * components", 2016) without recursion: one number a state is first its index, then the lowest index
 * that it reaches, at last its component; one array is the path of the search, from the left, and
 * the states that wait for their component, from the right.
 */
export class Components {
    /** State -> component. No number is ever used twice; 0 before the first search. */
    of;
    #graph;
    #stack;
    /** Place on the path -> the edge to look at next, and 1 while no lower index was reached. */
    #cursor;
    #lowest;
    /** Left end of what waits. */
    #waiting = 0;
    #index = 0;
    #component = componentMax;
    #found = 0;
    /** @param searched no search is in more states than this */
    constructor(graph, searched) {
        const wide = graph.target.length > componentMax;
        this.of = new Int32Array(graph.states);
        this.#graph = graph;
        this.#stack = new Int32Array(searched);
        this.#cursor = wide ? new Float64Array(searched) : new Int32Array(searched);
        this.#lowest = new Uint8Array(searched);
    }
    /**
     * Finds the components of some states, along edges between them.
     *
     * @param open state -> 1 for those of `states`, 0 for others
     * @param found gets `states`, the members of each component next to each other
     */
    search(states, open, found) {
        for (const state of states)
            this.of[state] = 0;
        this.#waiting = this.#stack.length;
        this.#index = 1;
        this.#found = 0;
        for (const state of states)
            if (this.of[state] === 0)
                this.#visit(state, open, found);
    }
    #visit(root, open, found) {
        const { first, target } = this.#graph;
        const of = this.of;
        let depth = this.#enter(0, root);
        while (depth > 0) {
            const state = this.#stack[depth - 1] ?? 0;
            const end = first[state + 1] ?? 0;
            let edge = this.#cursor[depth - 1] ?? 0;
            let low = of[state] ?? 0;
            let fresh = -1;
            for (; edge < end; edge++) {
                const next = target[edge] ?? 0;
                if (open[next] === 0)
                    continue;
                const known = of[next] ?? 0;
                if (known === 0) {
                    fresh = next;
                    break; // and look at this edge again afterwards
                }
                if (known < low) {
                    low = known;
                    this.#lowest[depth - 1] = 0;
                }
            }
            of[state] = low;
            this.#cursor[depth - 1] = edge;
            if (fresh >= 0)
                depth = this.#enter(depth, fresh);
            else
                this.#leave(state, this.#lowest[--depth] === 1, found);
        }
    }
    #enter(depth, state) {
        this.of[state] = this.#index++;
        this.#stack[depth] = state;
        this.#cursor[depth] = this.#graph.first[state] ?? 0;
        this.#lowest[depth] = 1;
        return depth + 1;
    }
    /** A state whose component is complete takes along what waits above it; others wait. */
    #leave(state, complete, found) {
        if (!complete) {
            this.#stack[--this.#waiting] = state;
            return;
        }
        const of = this.of;
        const index = of[state] ?? 0;
        const end = this.#stack.length;
        let member = state;
        while (true) {
            of[member] = this.#component;
            found[this.#found++] = member;
            member = this.#waiting < end ? (this.#stack[this.#waiting] ?? 0) : -1;
            if (member < 0 || (of[member] ?? 0) < index)
                break;
            this.#waiting++;
        }
        this.#component--;
    }
}
//# sourceMappingURL=components.js.map