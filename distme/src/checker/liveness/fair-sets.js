import { addEnabled } from "./classes.js";
import { Components } from "./components.js";
/**
 * The largest sets of states that a fair run can go round in for ever (Streett emptiness).
 *
 * A strongly connected component is searched for what keeps each class from being treated fairly.
 * A weak class that is enabled in every state and never taken inside: no run that stays here is
 * fair. A strong class that is enabled in some states and never taken inside: a fair run avoids
 * these states, so that they are removed, and what is left is split into components again. When
 * nothing keeps any class, a run along all edges of the component is fair. The class is no longer
 * enabled in what is left, so that there are at most as many rounds as strong classes, and one.
 *
 * A state that no run comes back to is a component, too: the run that stays there for ever.
 *
 * @param states where runs must stay; rearranged
 * @returns state -> number of its set, 0 for a state that no fair run stays near
 */
export function fairSets(graph, masks, states) {
    if (masks.words === 0)
        return withoutClasses(graph, states);
    const components = new Components(graph, states.length);
    const judge = new Judge(graph, masks, components.of);
    /** State -> 1 while it is not decided. */
    const open = new Uint8Array(graph.states);
    const found = new Int32Array(states.length);
    for (const state of states)
        open[state] = 1;
    for (let live = states; live.length > 0;) {
        components.search(live, open, found);
        let kept = 0;
        for (let begin = 0, end = 0; begin < live.length; begin = end) {
            const component = components.of[found[begin] ?? 0] ?? 0;
            while (end < live.length && components.of[found[end] ?? 0] === component)
                end++;
            const verdict = judge.judge(found, begin, end);
            for (let at = begin; at < end; at++) {
                const state = found[at] ?? 0;
                const again = verdict === "split" && !judge.wrongs(state);
                open[state] = again ? 1 : 0;
                if (again)
                    states[kept++] = state;
                else if (verdict !== "fair")
                    components.of[state] = 0;
            }
        }
        live = states.subarray(0, kept);
    }
    return components.of;
}
/** Every run is fair, and may stay where it is. */
function withoutClasses(graph, states) {
    const sets = new Int32Array(graph.states);
    for (const state of states)
        sets[state] = state + 1;
    return sets;
}
class Judge {
    #graph;
    #masks;
    #component;
    /** Masks of the classes enabled in every state, in some state, and taken inside. */
    #always;
    #once;
    #taken;
    #enabled;
    constructor(graph, masks, component) {
        this.#graph = graph;
        this.#masks = masks;
        this.#component = component;
        this.#always = new Int32Array(masks.words);
        this.#once = new Int32Array(masks.words);
        this.#taken = new Int32Array(masks.words);
        this.#enabled = new Int32Array(masks.words);
    }
    /**
     * Judges the component whose members are `states` from `begin` to before `end`. `split`: a fair
     * run keeps away from the states in which it `wrongs` a class.
     */
    judge(states, begin, end) {
        const { words, weak, strong } = this.#masks;
        this.#always.fill(-1);
        this.#once.fill(0);
        this.#taken.fill(0);
        for (let at = begin; at < end; at++)
            this.#count(states[at] ?? 0);
        let verdict = "fair";
        for (let word = 0; word < words; word++) {
            const missed = ~(this.#taken[word] ?? 0);
            if ((weak[word] ?? 0) & (this.#always[word] ?? 0) & missed)
                return "unfair";
            if ((strong[word] ?? 0) & (this.#once[word] ?? 0) & missed)
                verdict = "split";
        }
        return verdict;
    }
    /** Whether a strong class is enabled in a member of the component just judged, and never taken. */
    wrongs(state) {
        const { words, strong } = this.#masks;
        this.#enabled.fill(0);
        addEnabled(this.#graph, this.#masks, state, { into: this.#enabled, base: 0 });
        for (let word = 0; word < words; word++) {
            const missed = ~(this.#taken[word] ?? 0);
            if ((strong[word] ?? 0) & (this.#enabled[word] ?? 0) & missed)
                return true;
        }
        return false;
    }
    #count(state) {
        const { words, ofAction } = this.#masks;
        const { first, target, action } = this.#graph;
        const component = this.#component[state];
        const taken = this.#taken;
        const enabled = this.#enabled.fill(0);
        const end = first[state + 1] ?? 0;
        for (let edge = first[state] ?? 0; edge < end; edge++) {
            const next = target[edge] ?? 0;
            if (next === state)
                continue; // changes nothing
            const inside = this.#component[next] === component;
            const classes = (action[edge] ?? 0) * words;
            for (let word = 0; word < words; word++) {
                const bits = ofAction[classes + word] ?? 0;
                enabled[word] = (enabled[word] ?? 0) | bits;
                if (inside)
                    taken[word] = (taken[word] ?? 0) | bits;
            }
        }
        for (let word = 0; word < words; word++) {
            this.#always[word] = (this.#always[word] ?? 0) & (enabled[word] ?? 0);
            this.#once[word] = (this.#once[word] ?? 0) | (enabled[word] ?? 0);
        }
    }
}
//# sourceMappingURL=fair-sets.js.map