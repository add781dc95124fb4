const ranked = 10;
/** Values of one variable that are told apart. */
const valuesMax = 1 << 16;
/** Levels over which the growth is taken. */
const growthLevels = 5;
/**
 * Says what the states of a search differ in, which actions made them, and when.
 *
 * It reads every state once: some hundred nanoseconds each, which is little beside the search.
 */
export function statisticsOf(model, { store, states, levels }, { regions, variables, kindOf }) {
    const all = [...regions, ...variables];
    const byAction = new Map();
    const packed = new Int32Array(store.words);
    const state = model.scratch ?? new Int32Array(model.words);
    const tally = new Tally(all, state);
    for (let id = 0; id < states; id++) {
        store.read(id, packed);
        if (model.packing)
            model.packing.unpack(packed, state);
        else
            state.set(packed);
        tally.add();
        const action = store.action(id);
        if (store.parent(id) >= 0)
            byAction.set(action, (byAction.get(action) ?? 0) + 1);
    }
    const found = tally.result(states);
    return {
        states,
        bits: Math.log2(Math.max(1, states)),
        regions: rankVariables(found.slice(0, regions.length)),
        variables: rankVariables(found.slice(regions.length)),
        actions: rankActions(byAction, kindOf),
        levels,
        beyond: states - levels.reduce((sum, level) => sum + level, 0),
        growth: growthOf(levels),
    };
}
/** Counts the values of variables in one buffer: bytes in a flat array, everything else in maps. */
class Tally {
    #state;
    #bytes;
    #variables;
    #places;
    #counts;
    #others;
    constructor(variables, state) {
        this.#state = state;
        this.#bytes = new Uint8Array(state.buffer, state.byteOffset, state.byteLength);
        this.#variables = variables;
        this.#places = Int32Array.from(variables.flatMap((one) => (one.kind === "byte" ? [one.at] : [])));
        this.#counts = new Uint32Array(this.#places.length * 256);
        this.#others = variables.flatMap((one) => one.kind === "value" ? [{ of: one.of, counts: new Map(), dropped: 0 }] : []);
    }
    /** Counts the state that the buffer holds. */
    add() {
        const [bytes, places, counts] = [this.#bytes, this.#places, this.#counts];
        for (let i = 0; i < places.length; i++) {
            const at = (i << 8) | (bytes[places[i] ?? 0] ?? 0);
            counts[at] = (counts[at] ?? 0) + 1;
        }
        for (const other of this.#others) {
            const value = other.of(this.#state);
            const known = other.counts.get(value);
            if (known === undefined && other.counts.size >= valuesMax)
                other.dropped++;
            else
                other.counts.set(value, (known ?? 0) + 1);
        }
    }
    /** In the order of the variables. */
    result(states) {
        let [bytes, others] = [0, 0];
        return this.#variables.map(({ kind, name }) => {
            if (kind === "byte") {
                const from = bytes++ * 256;
                const counts = this.#counts.subarray(from, from + 256).filter((count) => count > 0);
                return { name, values: counts.length, more: false, bits: entropy(counts, states) };
            }
            const { counts, dropped } = this.#others[others++] ?? { counts: new Map(), dropped: 0 };
            // each dropped state counts as a value of its own: the entropy is the highest possible one
            const bits = entropy(counts.values(), states) + (dropped / states) * Math.log2(Math.max(1, states));
            return { name, values: counts.size, more: dropped > 0, bits };
        });
    }
}
/** How many bits it takes on average to say which value a state has. */
function entropy(counts, states) {
    let bits = 0;
    for (const count of counts)
        bits += (count / states) * Math.log2(states / count);
    return bits;
}
/** Those that vary, the most telling first. */
function rankVariables(found) {
    const vary = found.filter(({ values }) => values > 1);
    return ranking(vary.sort((a, b) => b.bits - a.bits || b.values - a.values));
}
function rankActions(byAction, kindOf) {
    const byKind = new Map();
    for (const [action, states] of byAction) {
        const kind = kindOf(action);
        byKind.set(kind, (byKind.get(kind) ?? 0) + states);
    }
    const kinds = [...byKind].map(([name, states]) => ({ name, states }));
    return ranking(kinds.sort((a, b) => b.states - a.states));
}
function ranking(sorted) {
    return { top: sorted.slice(0, ranked), more: Math.max(0, sorted.length - ranked) };
}
function growthOf(levels) {
    const last = levels.at(-1) ?? 0;
    const over = Math.min(growthLevels, levels.length - 1);
    const before = levels[levels.length - 1 - over] ?? 0;
    return over < 1 || before === 0 ? null : (last / before) ** (1 / over);
}
//# sourceMappingURL=statistics.js.map