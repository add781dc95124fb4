import { Places } from "./places.js";
/** Places that one search may see: 30 bytes each, and a few seconds for all. */
const placesMaxDefault = 2 ** 22;
/**
 * Shortest fair loops in one fair set: a breadth-first search over places, that is, members with
 * what was done on the way.
 *
 * A step takes the classes of every action that makes it, so that each row is read three times: to
 * collect what the edges to one member take together, to go there, and to forget it.
 */
export class LoopSearch {
    /** Edges read so far. */
    effort = 0;
    #graph;
    #set;
    #placesMax;
    #places = new Places();
    /** Member -> classes that the edges of the row at hand take on the way there. */
    #taken;
    constructor(graph, set, placesMax = placesMaxDefault) {
        this.#graph = graph;
        this.#set = set;
        this.#placesMax = placesMax;
        this.#taken = new Int32Array(set.states.length);
    }
    /**
     * The members of a shortest fair loop from `start`, which is given at both ends.
     *
     * @param start a member in which no run can stay for ever
     * @param stepsMax longer loops are not looked for
     * @returns null if there is none; `unaffordable` if there are too many places to tell
     */
    from(start, stepsMax) {
        const { masks, enabled } = this.#set;
        if (masks.words > 1)
            return "unaffordable";
        const must = enabled[start] ?? 0;
        const duties = { must, may: (masks.strong[0] ?? 0) & ~must };
        const places = this.#places;
        places.clear();
        places.add({ member: start, done: 0, owed: 0 }, -1);
        for (let steps = 1, begin = 0; steps <= stepsMax && begin < places.size; steps++) {
            for (const end = places.size; begin < end; begin++) {
                if (this.#expand(begin, start, duties))
                    return [...places.wayTo(begin), start];
                if (places.size > this.#placesMax)
                    return "unaffordable";
            }
        }
        return null;
    }
    /** Goes on from one place; true if a step from there closes a fair loop. */
    #expand(index, start, duties) {
        const { first, target } = this.#graph;
        const { states, memberOf } = this.#set;
        const place = this.#places.at(index);
        const state = states[place.member] ?? 0;
        const begin = first[state] ?? 0;
        const end = first[state + 1] ?? 0;
        this.effort += end - begin;
        this.#collect(begin, end);
        let closes = false;
        for (let edge = begin; edge < end; edge++) {
            const next = memberOf[target[edge] ?? 0] ?? -1;
            if (next < 0 || next === place.member)
                continue;
            const after = this.#after(place, next, duties);
            const fair = (after.done & duties.must) === duties.must && after.owed === 0;
            if (next === start && fair)
                closes = true;
            else
                this.#places.add(after, index);
        }
        this.#forget(begin, end);
        return closes;
    }
    #collect(begin, end) {
        const { target, action } = this.#graph;
        const { memberOf, masks } = this.#set;
        for (let edge = begin; edge < end; edge++) {
            const next = memberOf[target[edge] ?? 0] ?? -1;
            if (next < 0)
                continue;
            this.#taken[next] = (this.#taken[next] ?? 0) | (masks.ofAction[action[edge] ?? 0] ?? 0);
        }
    }
    #forget(begin, end) {
        const { memberOf } = this.#set;
        for (let edge = begin; edge < end; edge++) {
            const next = memberOf[this.#graph.target[edge] ?? 0] ?? -1;
            if (next >= 0)
                this.#taken[next] = 0;
        }
    }
    #after(place, next, { must, may }) {
        const { masks, enabled } = this.#set;
        const here = enabled[next] ?? 0;
        const disabled = (masks.weak[0] ?? 0) & ~here;
        const done = place.done | (((this.#taken[next] ?? 0) | disabled) & (must | may));
        return { member: next, done, owed: (place.owed | (here & may)) & ~done };
    }
}
//# sourceMappingURL=loop-search.js.map