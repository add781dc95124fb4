import { assert } from "../base/assert.js";
/** Entries of one chunk: few enough that a new one is no stall, many enough that chunks are few. */
const chunkLength = 2 ** 18;
const int32Max = 2 ** 31 - 1;
/**
 * Collects the edges of a graph while a search expands its states.
 *
 * Edges go to chunks that never move, so that no edge costs more than another; `finish` copies them
 * into flat arrays and drops each chunk on the way. Action numbers take two bytes until one of them
 * needs more.
 */
export class EdgeRecorder {
    /** Bytes held by the chunks; about as many again are needed during `finish`. */
    bytes = 0;
    #targets = [];
    #actions = [];
    /** The last chunks of `#targets` and `#actions`, and how much of them is used. */
    #target = new Int32Array(0);
    #action = new Uint16Array(0);
    #used = chunkLength;
    #actionMax = 2 ** 16 - 1;
    /** State -> number of its edges, in chunks; 0 for a state that was skipped. */
    #degrees = [];
    #edges = 0;
    /** The state whose row is open, and the number of edges before it. */
    #state = -1;
    #before = 0;
    /** Edges recorded so far. */
    get edges() {
        return this.#edges;
    }
    /** Opens the row of a state. Ids must ascend; a state that is left out has no edges. */
    beginState(id) {
        assert(id > this.#state, `expected a state above ${this.#state}, got ${id}`);
        this.#closeRow();
        this.#state = id;
    }
    /** Adds an edge to the open row. */
    edge(action, target) {
        if (this.#used === chunkLength)
            this.#grow();
        if (action > this.#actionMax)
            this.#widen();
        this.#target[this.#used] = target;
        this.#action[this.#used++] = action;
        this.#edges++;
    }
    /**
     * The graph of everything recorded. The recorder is empty afterwards, and must not be used again.
     *
     * @param states the number of states; those after the last row have no edges
     * @param initials how many of the first ones are initial
     */
    finish(states, initials) {
        assert(this.#state < states, `expected at most ${states} states, got ${this.#state + 1}`);
        this.#closeRow();
        const wide = this.#actionMax > 2 ** 16 - 1;
        const flatAction = wide ? new Int32Array(this.#edges) : new Uint16Array(this.#edges);
        return {
            states,
            initials,
            first: this.#rows(states),
            target: flatten(this.#targets, new Int32Array(this.#edges)),
            action: flatten(this.#actions, flatAction),
        };
    }
    #closeRow() {
        if (this.#state < 0)
            return;
        const chunk = Math.floor(this.#state / chunkLength);
        while (this.#degrees.length <= chunk) {
            this.#degrees.push(new Int32Array(chunkLength));
            this.bytes += 4 * chunkLength;
        }
        const degrees = this.#degrees[chunk];
        if (degrees)
            degrees[this.#state % chunkLength] = this.#edges - this.#before;
        this.#before = this.#edges;
    }
    #grow() {
        this.#target = new Int32Array(chunkLength);
        const wide = this.#actionMax > 2 ** 16 - 1;
        this.#action = wide ? new Int32Array(chunkLength) : new Uint16Array(chunkLength);
        this.#targets.push(this.#target);
        this.#actions.push(this.#action);
        this.bytes += this.#target.byteLength + this.#action.byteLength;
        this.#used = 0;
    }
    /** From now on action numbers take four bytes. */
    #widen() {
        const narrow = this.#action;
        this.#action = new Int32Array(chunkLength);
        this.#action.set(narrow);
        this.#actions[this.#actions.length - 1] = this.#action;
        this.bytes += this.#action.byteLength - narrow.byteLength;
        this.#actionMax = int32Max;
    }
    #rows(states) {
        const first = this.#edges > int32Max ? new Float64Array(states + 1) : new Int32Array(states + 1);
        let edges = 0;
        for (let state = 0; state < states; state++) {
            edges += this.#degrees[Math.floor(state / chunkLength)]?.[state % chunkLength] ?? 0;
            first[state + 1] = edges;
        }
        return first;
    }
}
/** Copies chunks, one after another, into an array; each chunk is dropped once it is copied. */
function flatten(chunks, flat) {
    let filled = 0;
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
        flat.set(chunk.subarray(0, flat.length - filled), filled);
        filled += Math.min(chunk.length, flat.length - filled);
    }
    return flat;
}
//# sourceMappingURL=graph.js.map