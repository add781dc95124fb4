import { Arena, roomFor } from "./arena.js";
import { hashWords } from "./hash.js";
import { idMask, isFull, partOf, parts, slotFor, statesMax, tagMask, tagShift } from "./slots.js";
const firstSlots = 64;
/** Small parts grow by four, so that fewer states are placed again; large ones by two. */
const quickGrowth_slots = 1 << 12;
/**
 * Every state seen, losslessly, in the order of discovery, and a table that finds it again.
 *
 * The arena holds the states; the table of open addressing holds their numbers, at most two
 * thirds full, and equality is decided on the words themselves, so no two states are ever confused.
 * Beside its words a state takes 10 bytes of the arena and 6 to 12 of the table. A JavaScript `Set`
 * ends at 2^24 entries; this one at 2^27.
 *
 * Written for speed (typed arrays, no objects); `test/checker/store.test.ts` holds it against a
 * plain `Set` of strings.
 */
export class StateStore {
    arena;
    words;
    /** Number of states stored; ids are 0 .. size-1. */
    size = 0;
    /** Per part: its slots, see `slots.ts`, 0 for an empty one. Only to be read. */
    tables;
    #counts = new Int32Array(parts);
    /** States that the arena has room for. */
    #room = roomFor(0);
    constructor(words) {
        this.words = words;
        this.arena = new Arena(words);
        this.tables = Array.from({ length: parts }, () => new Int32Array(firstSlots));
    }
    /**
     * Adds a state unless it is there already.
     *
     * @param state `words` words; copied
     * @param parent id of the state it was reached from, -1 for an initial state
     * @param action number of the action it was reached by
     * @returns the id of a new state, or -1 - id of the one that was there
     */
    insert(state, parent, action) {
        const hash = hashWords(state, 0, this.words);
        const slot = this.#find(state, hash);
        if (slot < 0)
            return slot;
        return this.add(state, hash, slot, parent, action);
    }
    /** The empty slot where a state belongs, or -1 - id of the one that is there. */
    #find(state, hash) {
        const { arena } = this;
        const table = this.#part(partOf(hash));
        const mask = table.length - 1;
        const tag = (hash << tagShift) & tagMask;
        let slot = hash & mask;
        for (let entry = table[slot]; entry; entry = table[slot]) {
            if ((entry & tagMask) === tag) {
                const id = (entry & idMask) - 1;
                if (arena.equals(id, state))
                    return -1 - id;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    /**
     * Adds a state that is not there.
     *
     * @param slot the empty slot where a search for it ended
     * @returns its id
     */
    add(state, hash, slot, parent, action) {
        const part = partOf(hash);
        const table = this.#part(part);
        const id = this.size++;
        if (id >= statesMax)
            throw new RangeError(`a search ends at ${statesMax} states`);
        if (id >= this.#room) {
            this.arena.reserve(id + 1);
            this.#room = roomFor(id + 1);
        }
        this.arena.write(id, state, parent, action, hash);
        table[slot] = slotFor(hash, id);
        const count = (this.#counts[part] ?? 0) + 1;
        this.#counts[part] = count;
        if (isFull(count, table.length))
            this.#grow(part);
        return id;
    }
    /** Whether a state is stored. */
    has(state) {
        return this.#find(state, hashWords(state, 0, this.words)) < 0;
    }
    /** Copies a state into `target`. */
    read(id, target) {
        this.arena.read(id, target);
    }
    /** The id of the state that `id` was first reached from, -1 for an initial state. */
    parent(id) {
        return this.arena.parent(id);
    }
    /** The number of the action that `id` was first reached by. */
    action(id) {
        return this.arena.action(id);
    }
    /** Bytes of the states and of the table. */
    get bytes() {
        return this.arena.bytes + this.tables.reduce((sum, table) => sum + table.length * 4, 0);
    }
    /** Finds the states of an arena that was filled elsewhere: a checkpoint. */
    index(size) {
        this.size = size;
        this.#room = roomFor(size);
        for (let id = 0; id < size; id++) {
            const hash = this.arena.hash(id);
            const part = partOf(hash);
            place(this.#part(part), hash, id);
            const count = (this.#counts[part] ?? 0) + 1;
            this.#counts[part] = count;
            if (isFull(count, this.#part(part).length))
                this.#grow(part);
        }
    }
    #part(part) {
        const table = this.tables[part];
        if (!table)
            throw new RangeError(`no part ${part}`);
        return table;
    }
    #grow(part) {
        const old = this.#part(part);
        const table = new Int32Array(old.length * (old.length < quickGrowth_slots ? 4 : 2));
        for (const entry of old) {
            if (entry === 0)
                continue;
            const id = (entry & idMask) - 1;
            place(table, this.arena.hash(id), id);
        }
        this.tables[part] = table;
    }
}
function place(table, hash, id) {
    const mask = table.length - 1;
    let slot = hash & mask;
    while (table[slot])
        slot = (slot + 1) & mask;
    table[slot] = slotFor(hash, id);
}
//# sourceMappingURL=store.js.map