import { idMask, isFull, partOf, parts, slotFor, tagMask, tagShift } from "../slots.js";
import { head_words } from "./candidates.js";
import { sharedInts } from "./shared.js";
const firstSlots = 64;
/** From here on the numbers in slots are those of new states of the round. */
const provisional = 1 << 26;
/**
 * The table of a parallel search, laid out as `slots.ts` says. While a round is entered, the n-th new
 * state of a part's owner stands in it as a number above all states'. All threads read it while they
 * expand states; between barriers, each changes the parts that it owns.
 */
export class SharedTable {
    tables;
    #counts = new Int32Array(parts);
    #arena;
    constructor(arena) {
        this.#arena = arena;
        this.tables = Array.from({ length: parts }, () => sharedInts(firstSlots));
    }
    /** Whether a state is stored. */
    has(state, hash) {
        const table = this.#part(partOf(hash));
        const mask = table.length - 1;
        const tag = (hash << tagShift) & tagMask;
        let slot = hash & mask;
        for (let entry = table[slot]; entry; entry = table[slot]) {
            if ((entry & tagMask) === tag && this.#arena.equals((entry & idMask) - 1, state))
                return true;
            slot = (slot + 1) & mask;
        }
        return false;
    }
    /**
     * Enters a candidate unless it is there already.
     *
     * @param next the number of the next new state of the round
     */
    enter(words, base, next, known) {
        const hash = words[base + 2] ?? 0;
        const part = partOf(hash);
        const count = (this.#counts[part] ?? 0) + 1;
        if (isFull(count, this.#part(part).length))
            this.#grow(part, known);
        const table = this.#part(part);
        const mask = table.length - 1;
        const tag = (hash << tagShift) & tagMask;
        let slot = hash & mask;
        for (let entry = table[slot]; entry; entry = table[slot]) {
            if ((entry & tagMask) === tag && this.#same(entry, words, base, known))
                return false;
            slot = (slot + 1) & mask;
        }
        table[slot] = slotFor(hash, provisional + next);
        this.#counts[part] = count;
        return true;
    }
    /** Gives a new state its number. */
    settle(hash, index, id) {
        const table = this.#part(partOf(hash));
        const mask = table.length - 1;
        const held = slotFor(hash, provisional + index);
        let slot = hash & mask;
        while (table[slot] !== held)
            slot = (slot + 1) & mask;
        if (id >= provisional)
            throw new RangeError(`a parallel search ends at ${provisional} states`);
        table[slot] = slotFor(hash, id);
    }
    get bytes() {
        return this.tables.reduce((sum, table) => sum + table.length * 4, 0);
    }
    #part(part) {
        const table = this.tables[part];
        if (!table)
            throw new RangeError(`no part ${part}`);
        return table;
    }
    /** Whether a slot holds the state of a candidate. */
    #same(entry, words, base, known) {
        const id = (entry & idMask) - 1;
        if (id < provisional)
            return this.#arena.equals(id, words, base + head_words);
        const other = known.words(id - provisional);
        const from = known.at(id - provisional);
        for (let i = head_words; i < head_words + this.#arena.words; i++) {
            if (other[from + i] !== words[base + i])
                return false;
        }
        return true;
    }
    #grow(part, known) {
        const old = this.#part(part);
        const table = sharedInts(old.length * 2);
        const mask = table.length - 1;
        for (const entry of old) {
            if (entry === 0)
                continue;
            let slot = this.#hashOf((entry & idMask) - 1, known) & mask;
            while (table[slot])
                slot = (slot + 1) & mask;
            table[slot] = entry;
        }
        this.tables[part] = table;
    }
    #hashOf(id, known) {
        if (id < provisional)
            return this.#arena.hash(id);
        return known.words(id - provisional)[known.at(id - provisional) + 2] ?? 0;
    }
}
//# sourceMappingURL=table.js.map