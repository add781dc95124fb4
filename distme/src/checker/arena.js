/** States of a segment, as a power of two. */
export const segment_shift = 16;
export const segmentStates = 1 << segment_shift;
const inSegment = segmentStates - 1;
/** States of the first segment at the start: small searches stay small. */
const firstStates = 1 << 10;
/** States that an arena has room for once it was asked for so many. */
export function roomFor(states) {
    if (states > segmentStates)
        return Math.ceil(states / segmentStates) * segmentStates;
    let room = firstStates;
    while (room < states)
        room *= 2;
    return room;
}
const own = (bytes) => new ArrayBuffer(bytes);
/**
 * Every state in the order of discovery, with the state and the action that it was first reached
 * by: the set, the queue and the levels of a breadth-first search at once.
 *
 * It grows by whole segments, so that growth never copies what is there.
 */
export class Arena {
    words;
    segments = [];
    /** The words of the states, by segment; the same arrays as in `segments`. */
    states = [];
    #allocate;
    constructor(words, allocate = own) {
        this.words = words;
        this.#allocate = allocate;
        this.take(0, [this.#segment(firstStates)]);
    }
    /** Uses segments that were made elsewhere, from the n-th on. */
    take(first, segments) {
        segments.forEach((segment, i) => {
            this.segments[first + i] = segment;
            this.states[first + i] = segment.states;
        });
    }
    /** Makes room for the states 0 .. `states` - 1. */
    reserve(states) {
        const [first] = this.segments;
        const held = first?.parents.length ?? 0;
        if (held < segmentStates && states > held) {
            this.#growFirst(roomFor(Math.min(segmentStates, states)));
        }
        while (this.segments.length * segmentStates < states && states > segmentStates) {
            this.take(this.segments.length, [this.#segment(segmentStates)]);
        }
    }
    /** Whether the state with number `id` has room. */
    holds(id) {
        const segment = this.segments[id >>> segment_shift];
        return segment !== undefined && (id & inSegment) < segment.parents.length;
    }
    /**
     * Writes a state; there must be room.
     *
     * @param parent the state that it was reached from, -1 for none
     * @param action the number of the action that it was reached by
     * @param hash of its words, so that a growing table need not compute it again
     * @param from where its words begin in `state`
     */
    write(id, state, parent, action, hash, from = 0) {
        const segment = this.#of(id);
        const at = id & inSegment;
        const base = at * this.words;
        const { states } = segment;
        for (let i = 0; i < this.words; i++)
            states[base + i] = state[from + i] ?? 0;
        segment.parents[at] = parent;
        segment.actions[at] = action;
        segment.hashes[at] = hash;
    }
    /** Copies a state into `target`. */
    read(id, target) {
        const { states } = this.#of(id);
        const base = (id & inSegment) * this.words;
        for (let i = 0; i < this.words; i++)
            target[i] = states[base + i] ?? 0;
    }
    equals(id, state, from = 0) {
        const { states } = this.#of(id);
        const base = (id & inSegment) * this.words;
        for (let i = 0; i < this.words; i++)
            if (states[base + i] !== state[from + i])
                return false;
        return true;
    }
    /** The id of the state that `id` was first reached from, -1 for an initial state. */
    parent(id) {
        return this.#of(id).parents[id & inSegment] ?? -1;
    }
    /** The number of the action that `id` was first reached by; 0 for an initial state. */
    action(id) {
        return this.#of(id).actions[id & inSegment] ?? 0;
    }
    hash(id) {
        return this.#of(id).hashes[id & inSegment] ?? 0;
    }
    get bytes() {
        return this.segments.reduce((sum, { parents }) => sum + parents.length * (this.words * 4 + 4 + 2 + 4), 0);
    }
    #of(id) {
        const segment = this.segments[id >>> segment_shift];
        if (!segment)
            throw new RangeError(`no state ${id}`);
        return segment;
    }
    #segment(states) {
        return {
            states: new Int32Array(this.#allocate(states * this.words * 4)),
            parents: new Int32Array(this.#allocate(states * 4)),
            actions: new Uint16Array(this.#allocate(states * 2)),
            hashes: new Int32Array(this.#allocate(states * 4)),
        };
    }
    #growFirst(states) {
        const [old] = this.segments;
        if (!old)
            return;
        const larger = this.#segment(states);
        larger.states.set(old.states);
        larger.parents.set(old.parents);
        larger.actions.set(old.actions);
        larger.hashes.set(old.hashes);
        this.take(0, [larger]);
    }
}
//# sourceMappingURL=arena.js.map