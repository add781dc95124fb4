/** A stored run that the model does not repeat, so that no finding can be trusted. */
export class ReplayError extends Error {
    name = "ReplayError";
    constructor(what) {
        super(`a stored ${what} cannot be replayed: the model is impure, or its symmetry is broken`);
    }
}
/**
 * The shortest run to a stored state, and one step further where the place is a step.
 *
 * The store keeps representatives of symmetry classes. The run is replayed on plain states, so
 * that what a person follows (a page frame, say) keeps its name from the first line to the last.
 *
 * @throws ReplayError when the model does not do again what it did
 */
export function pathTo(model, store, place) {
    const replay = new Replay(model, store);
    const ids = [];
    for (let id = place.state; id >= 0; id = store.parent(id))
        ids.push(id);
    ids.reverse();
    replay.begin(ids[0] ?? 0);
    for (const id of ids.slice(1))
        replay.toState(store.action(id), id);
    if (place.action >= 0)
        replay.byAction(place.state, place.action);
    return replay.path();
}
/** Walks along stored states, on plain ones. */
export class Replay {
    #model;
    #store;
    #initial = new Int32Array(0);
    #state = new Int32Array(0);
    #steps = [];
    constructor(model, store) {
        this.#model = model;
        this.#store = store;
    }
    path() {
        return { initial: this.#initial, steps: [...this.#steps] };
    }
    /** Starts in the initial state that is stored as `id`. */
    begin(id) {
        const target = this.#stored(id);
        const found = this.#model
            .initialStates()
            .find((state) => sameWords(this.#represent(state), target));
        if (found === undefined)
            throw new ReplayError("initial state");
        this.#initial = found.slice();
        this.#state = this.#initial;
    }
    /** Takes the step to a stored state. */
    toState(action, to) {
        this.#take(action, this.#stored(to));
    }
    /** Takes the step that an action makes from a stored state, wherever it leads. */
    byAction(from, action) {
        let target = null;
        const representative = this.#stored(from);
        this.#model.successors(representative, (taken, next) => {
            if (taken === action)
                target ??= this.#represent(next);
        });
        if (target === null)
            throw new ReplayError("step");
        this.#take(action, target);
    }
    /**
     * Symmetric states have symmetric steps, which may differ in the number of a frame, or of a task:
     * the action itself is preferred, then one that differs in numbers only, then one of its type,
     * then whatever leads there.
     */
    #take(action, target) {
        const wanted = this.#model.action(action);
        let best = null;
        let rank = 0;
        this.#model.successors(this.#state.slice(), (taken, next) => {
            const label = this.#model.action(taken);
            const own = taken === action ? 4 : likeness(label, wanted);
            if (own <= rank)
                return;
            const state = next.slice();
            if (!sameWords(this.#represent(state), target))
                return;
            best = { action: label, state };
            rank = own;
        });
        if (best === null)
            throw new ReplayError("step");
        const step = best;
        this.#steps.push(step);
        this.#state = step.state;
    }
    #stored(id) {
        const packed = new Int32Array(this.#store.words);
        this.#store.read(id, packed);
        const { packing, words } = this.#model;
        if (!packing)
            return packed;
        const state = new Int32Array(words);
        packing.unpack(packed, state);
        return state;
    }
    #represent(state) {
        const copy = state.slice();
        this.#model.canonical?.(copy);
        return copy;
    }
}
/** 3: the same but for numbers; 2: of one type; 1: not even that. */
function likeness(one, other) {
    if (typeOf(one) !== typeOf(other))
        return 1;
    return shapeOf(one) === shapeOf(other) ? 3 : 2;
}
function typeOf(action) {
    return typeof action === "object" && action !== null && "type" in action ? action.type : action;
}
/** An action as text, each number left out. */
function shapeOf(action) {
    return JSON.stringify(action, (_, value) => (typeof value === "number" ? "number" : value));
}
function sameWords(a, b) {
    return a.every((word, i) => word === b[i]);
}
//# sourceMappingURL=trace.js.map