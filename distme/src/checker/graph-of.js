import { assert } from "../base/assert.js";
import { EdgeRecorder } from "./graph.js";
/** The graph of a search that has stored every reachable state, by taking every step again. */
export function graphOf(model, store, initials) {
    const edges = new EdgeRecorder();
    const { packing } = model;
    const packed = new Int32Array(store.words);
    const state = model.scratch ?? new Int32Array(model.words);
    for (let id = 0; id < store.size; id++) {
        edges.beginState(id);
        store.read(id, packed);
        if (packing)
            packing.unpack(packed, state);
        else
            state.set(packed);
        model.successors(state, (action, next) => {
            if (model.within && !model.within(next))
                return;
            model.canonical?.(next);
            if (packing)
                packing.pack(next, packed);
            else
                packed.set(next);
            const known = store.insert(packed, id, action);
            assert(known < 0, `expected steps to stored states only, got a new one from state ${id}`);
            edges.edge(action, -1 - known);
        });
    }
    return edges.finish(store.size, initials);
}
//# sourceMappingURL=graph-of.js.map