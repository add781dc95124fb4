/**
 * A fair loop from one member of a fair set, not always a shortest one, in time and memory linear in
 * the set for each class: as long as a class is owed something, the loop goes the shortest way to a
 * step that pays, and at last the shortest way back. A strong class enabled anywhere in the set is
 * taken, even where a loop could avoid it.
 *
 * @param start a member in which no run can stutter fairly
 * @returns the members, `start` at both ends
 */
export function greedyLoop(graph, set, start) {
    const debts = new Debts(graph, set, start);
    const loop = [start];
    let here = start;
    while (debts.any || here !== start) {
        const there = (step) => (debts.any ? debts.pays(step) : step.to === start);
        for (const step of shortestWay(graph, set, { from: here, there })) {
            debts.pay(step);
            here = step.to;
            loop.push(here);
        }
    }
    return loop;
}
/** The classes that a loop must still take or, if they are weak, come to where they are disabled. */
class Debts {
    #graph;
    #set;
    #owed;
    constructor(graph, set, start) {
        this.#graph = graph;
        this.#set = set;
        const { words, strong } = set.masks;
        this.#owed = strong.map((word, at) => word | (set.enabled[start * words + at] ?? 0));
    }
    get any() {
        return this.#owed.some((word) => word !== 0);
    }
    pays(step) {
        return this.#owed.some((owed, word) => (owed & this.#paid(step, word)) !== 0);
    }
    pay(step) {
        for (const [word, owed] of this.#owed.entries()) {
            this.#owed[word] = owed & ~this.#paid(step, word);
        }
    }
    #paid({ to, edge }, word) {
        const { words, ofAction, weak } = this.#set.masks;
        const taken = ofAction[(this.#graph.action[edge] ?? 0) * words + word] ?? 0;
        const disabled = ~(this.#set.enabled[to * words + word] ?? 0);
        return taken | (disabled & (weak[word] ?? 0));
    }
}
/** The steps from a member to the end of a nearest step that leads there. */
function shortestWay(graph, { states, memberOf }, { from, there }) {
    /** Member -> the one before it, and the edge between them. */
    const before = new Int32Array(states.length).fill(-1);
    const edges = new Float64Array(states.length);
    const seen = new Int32Array(states.length);
    seen[0] = before[from] = from;
    for (let begin = 0, size = 1; begin < size; begin++) {
        const member = seen[begin] ?? 0;
        const state = states[member] ?? 0;
        const end = graph.first[state + 1] ?? 0;
        for (let edge = graph.first[state] ?? 0; edge < end; edge++) {
            const to = memberOf[graph.target[edge] ?? 0] ?? -1;
            if (to < 0 || to === member)
                continue;
            const step = { from: member, to, edge };
            if (there(step))
                return [...wayTo(member, before, edges), step];
            if ((before[to] ?? 0) >= 0)
                continue;
            before[to] = member;
            edges[to] = edge;
            seen[size++] = to;
        }
    }
    throw new Error("expected a fair set to be connected and to pay every class");
}
function wayTo(member, before, edges) {
    const way = [];
    for (let to = member, from = before[to] ?? to; from !== to; to = from, from = before[to] ?? to) {
        way.push({ from, to, edge: edges[to] ?? 0 });
    }
    return way.reverse();
}
//# sourceMappingURL=greedy-loop.js.map