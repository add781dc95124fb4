/**
 * Every state seen, losslessly, in the order of discovery.
 *
 * One array of words is the set, the queue and the level structure at once: breadth-first search
 * appends states and reads them again in the same order. A table of open addressing finds a state
 * by its words; equality is decided on the words themselves, so no two states are ever confused.
 *
 * Written for speed (typed arrays, no objects); `test/checker/store.test.ts` holds it against a
 * plain `Set` of strings.
 */
export class StateStore {
  readonly words: number;
  /** Number of states stored; ids are 0 .. size-1. */
  size = 0;
  #arena: Int32Array;
  #parents: Int32Array;
  /** Slot -> id + 1, 0 for an empty slot; length is a power of two, at most half full. */
  #table: Int32Array;

  constructor(words: number, capacity = 1024) {
    this.words = words;
    this.#arena = new Int32Array(capacity * words);
    this.#parents = new Int32Array(capacity);
    this.#table = new Int32Array(capacity * 4);
  }

  /**
   * Adds a state unless it is there already.
   *
   * @param state `words` words; copied
   * @param parent id of the state it was reached from, -1 for an initial state
   * @returns the id of a new state, or -1 - id of the one that was there
   */
  insert(state: Int32Array, parent: number): number {
    const slot = this.#slot(state);
    const entry = this.#table[slot];
    if (entry) return -entry;
    const id = this.size++;
    if (id * this.words + this.words > this.#arena.length) this.#growArena();
    this.#arena.set(state, id * this.words);
    this.#parents[id] = parent;
    this.#table[slot] = id + 1;
    if (this.size * 2 > this.#table.length) this.#growTable();
    return id;
  }

  /** Whether a state is stored. */
  has(state: Int32Array): boolean {
    return this.#table[this.#slot(state)] !== 0;
  }

  /** A view of a state; valid until the next `insert`. */
  view(id: number): Int32Array {
    return this.#arena.subarray(id * this.words, (id + 1) * this.words);
  }

  /** Copies a state into `target`. */
  read(id: number, target: Int32Array): void {
    const base = id * this.words;
    for (let i = 0; i < this.words; i++) target[i] = this.#arena[base + i] ?? 0;
  }

  /** The id of the state that `id` was first reached from, -1 for an initial state. */
  parent(id: number): number {
    return this.#parents[id] ?? -1;
  }

  /** The slot of a stored state, or the empty one where it belongs. */
  #slot(state: Int32Array): number {
    const mask = this.#table.length - 1;
    let slot = hash(state) & mask;
    for (let entry = this.#table[slot]; entry; entry = this.#table[slot]) {
      if (this.#equals(entry - 1, state)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #equals(id: number, state: Int32Array): boolean {
    const base = id * this.words;
    for (let i = 0; i < this.words; i++) if (this.#arena[base + i] !== state[i]) return false;
    return true;
  }

  #growArena(): void {
    this.#arena = grown(this.#arena);
    this.#parents = grown(this.#parents);
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = hash(this.view(id)) & mask;
      while (table[slot]) slot = (slot + 1) & mask;
      table[slot] = id + 1;
    }
    this.#table = table;
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Mixes all words of a state into 32 bits (multiply and xor-shift, as in MurmurHash3). */
function hash(state: Int32Array): number {
  let h = 0x9e3779b9 | 0;
  for (let i = 0; i < state.length; i++) {
    h = Math.imul(h ^ (state[i] ?? 0), 0x85ebca6b);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
