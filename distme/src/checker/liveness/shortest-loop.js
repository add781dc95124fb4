import { addEnabled } from "./classes.js";
import { fairSet } from "./fair-set.js";
import { greedyLoop } from "./greedy-loop.js";
import { LoopSearch } from "./loop-search.js";
/** States numbered and edges read after which no further start is tried. */
const effortMax = 2 ** 26;
/**
 * The shortest fair loop from any of several states; of loops as short, one from the first state.
 *
 * @param starts at least one, all in fair sets
 * @param sets state -> number of its fair set
 */
export function shortestLoop(graph, masks, { starts, sets }) {
    const idle = starts.find((state) => mayStay(graph, masks, state));
    if (idle !== undefined)
        return { states: [idle], shortest: true };
    const finder = new LoopFinder(graph, masks, sets);
    let best;
    for (const start of starts) {
        if (best && finder.effort > effortMax)
            return { states: best, shortest: false };
        best = finder.from(start, best) ?? best;
    }
    if (!best)
        throw new Error("expected a fair loop from every state of a fair set");
    return { states: best, shortest: finder.shortest };
}
/** Whether a run may stay in a state for ever: no class is enabled there. */
function mayStay(graph, masks, state) {
    const enabled = new Int32Array(masks.words);
    addEnabled(graph, masks, state, { into: enabled, base: 0 });
    return enabled.every((word) => word === 0);
}
class LoopFinder {
    /** Whether no loop but shortest ones were found so far. */
    shortest = true;
    #graph;
    #masks;
    #sets;
    /** The fair set of the last start, which is mostly that of the next one, too. */
    #number = 0;
    #set = null;
    #search = null;
    #effortBefore = 0;
    constructor(graph, masks, sets) {
        this.#graph = graph;
        this.#masks = masks;
        this.#sets = sets;
    }
    get effort() {
        return this.#effortBefore + (this.#search?.effort ?? 0);
    }
    /** The states of a loop from `start` that is shorter than `best`, if there is one. */
    from(start, best) {
        const { set, search } = this.#enter(this.#sets[start] ?? 0);
        const member = set.memberOf[start] ?? 0;
        let loop = search.from(member, best ? best.length - 2 : Infinity);
        if (loop === "unaffordable") {
            this.shortest = false;
            loop = best ? null : greedyLoop(this.#graph, set, member);
        }
        return loop?.map((at) => set.states[at] ?? 0);
    }
    #enter(number) {
        if (this.#set && this.#search && this.#number === number) {
            return { set: this.#set, search: this.#search };
        }
        this.#effortBefore = this.effort + this.#graph.states;
        const set = fairSet(this.#graph, this.#masks, { sets: this.#sets, number });
        const search = new LoopSearch(this.#graph, set);
        this.#number = number;
        this.#set = set;
        this.#search = search;
        return { set, search };
    }
}
//# sourceMappingURL=shortest-loop.js.map