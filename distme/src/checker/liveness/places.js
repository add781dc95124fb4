/**
 * The places that a search has seen, in order, each once, with the place before it.
 *
 * One array of rows (member, done, owed, index of the place before) and a table of open addressing,
 * as in the engine's `StateStore`.
 */
export class Places {
    size = 0;
    #rows = new Int32Array(4 * 1024);
    /** Slot -> index of a place + 1, 0 for an empty slot; at most half full. */
    #table = new Int32Array(2 * 1024);
    /** Adds a place unless it is there already. */
    add(place, before) {
        const slot = this.#slot(place);
        if (this.#table[slot] !== 0)
            return;
        if (4 * this.size === this.#rows.length) {
            this.#grow();
            this.add(place, before);
            return;
        }
        const row = 4 * this.size;
        this.#rows[row] = place.member;
        this.#rows[row + 1] = place.done;
        this.#rows[row + 2] = place.owed;
        this.#rows[row + 3] = before;
        this.#table[slot] = ++this.size;
    }
    at(index) {
        const rows = this.#rows;
        const row = 4 * index;
        return { member: rows[row] ?? 0, done: rows[row + 1] ?? 0, owed: rows[row + 2] ?? 0 };
    }
    /** The members from the first place to this one. */
    wayTo(index) {
        const way = [];
        for (let at = index; at >= 0; at = this.#rows[4 * at + 3] ?? -1) {
            way.push(this.#rows[4 * at] ?? 0);
        }
        return way.reverse();
    }
    clear() {
        this.size = 0;
        this.#table.fill(0);
    }
    /** The slot of a place that is there, or the empty one where it belongs. */
    #slot({ member, done, owed }) {
        const rows = this.#rows;
        const mask = this.#table.length - 1;
        let slot = hash(member, done, owed) & mask;
        for (let entry = this.#table[slot]; entry; entry = this.#table[slot]) {
            const row = 4 * (entry - 1);
            if (rows[row] === member && rows[row + 1] === done && rows[row + 2] === owed)
                break;
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    #grow() {
        const rows = new Int32Array(2 * this.#rows.length);
        rows.set(this.#rows);
        this.#rows = rows;
        this.#table = new Int32Array(2 * this.#table.length);
        for (let index = 0; index < this.size; index++) {
            this.#table[this.#slot(this.at(index))] = index + 1;
        }
    }
}
function hash(member, done, owed) {
    let h = Math.imul(member ^ 0x9e3779b9, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15) ^ done, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 13) ^ owed, 0x27d4eb2f);
    return h ^ (h >>> 16);
}
//# sourceMappingURL=places.js.map