import { addEnabled, classMasks, hasBit } from "./classes.js";
/** @param sets state -> number of its set, of which `number` is one */
export function fairSet(graph, all, { sets, number }) {
    const states = statesOf(sets, number);
    const memberOf = new Int32Array(graph.states).fill(-1);
    const somewhere = new Int32Array(all.words);
    for (let member = 0; member < states.length; member++) {
        const state = states[member] ?? 0;
        memberOf[state] = member;
        addEnabled(graph, all, state, { into: somewhere, base: 0 });
    }
    const masks = classMasks(all.classes.filter((_, index) => hasBit(somewhere, index)));
    const enabled = new Int32Array(states.length * masks.words);
    for (let member = 0; member < states.length; member++) {
        const base = member * masks.words;
        addEnabled(graph, masks, states[member] ?? 0, { into: enabled, base });
    }
    return { states, memberOf, masks, enabled };
}
function statesOf(sets, number) {
    let size = 0;
    for (const set of sets)
        if (set === number)
            size++;
    const states = new Int32Array(size);
    size = 0;
    for (let state = 0; state < sets.length; state++)
        if (sets[state] === number)
            states[size++] = state;
    return states;
}
//# sourceMappingURL=fair-set.js.map