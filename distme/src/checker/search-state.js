/** A search cannot go on from a checkpoint, or a checkpoint cannot be written. */
export class CheckpointError extends Error {
    name = "CheckpointError";
}
/** Steps of an earlier search that are taken again before it goes on. */
const sampled = 64;
/**
 * Gives a model what it knew when the search stopped.
 *
 * @throws CheckpointError when the model is not the one that was searched
 */
export function restoreModel(model, state) {
    const words = model.packing?.words ?? model.words;
    if (state.store.words !== words) {
        throw otherModel(`states of ${words} words, got ${state.store.words}`);
    }
    const lengths = (counters = []) => counters.map(({ length }) => length).join();
    if (lengths(model.counters) !== lengths(state.counters)) {
        throw otherModel(`counters ${lengths(model.counters)}, got ${lengths(state.counters)}`);
    }
    model.references?.restore(state.references);
    const { size } = state.store;
    for (let i = 1; i <= sampled; i++) {
        const id = Math.floor(((size - 1) * i) / sampled);
        if (id >= state.initials)
            takeAgain(model, state.store, id);
    }
    state.counters.forEach((counter, i) => {
        model.counters?.[i]?.set(counter); // behind the sample, which counts too
    });
}
/** Takes the step by which a state was first reached. */
function takeAgain(model, store, id) {
    const { packing } = model;
    const packed = new Int32Array(store.words);
    store.read(store.parent(id), packed);
    const state = model.scratch ?? new Int32Array(model.words);
    if (packing)
        packing.unpack(packed, state);
    else
        state.set(packed);
    const target = new Int32Array(store.words);
    store.read(id, target);
    let found = false;
    model.successors(state, (action, next) => {
        if (found || action !== store.action(id))
            return;
        model.canonical?.(next);
        if (packing)
            packing.pack(next, packed);
        else
            packed.set(next);
        found = packed.every((word, i) => word === target[i]);
    });
    if (!found)
        throw otherModel(`the step to state ${id}, got other ones`);
}
function otherModel(what) {
    return new CheckpointError(`the model has changed since the checkpoint: expected ${what}`);
}
//# sourceMappingURL=search-state.js.map