import { Arena, roomFor } from "./arena.ts";
import { hashWords } from "./hash.ts";

/** The table is split by the highest bits of the hash, so that it grows a little at a time. */
const parts_bits = 6;
const parts = 1 << parts_bits;
const firstSlots = 32;
/** Small parts grow by four, so that fewer states are hashed again; large ones by two. */
const quickGrowth_slots = 1 << 10;

/**
 * Every state seen, losslessly, in the order of discovery, and a table that finds it again.
 *
 * The arena holds the states; the table of open addressing holds their numbers, at most half full,
 * and equality is decided on the words themselves, so no two states are ever confused. Beside its
 * words a state takes 6 bytes of the arena and 8 to 16 of the table. A JavaScript `Set` ends at
 * 2^24 entries; this one at 2^31.
 *
 * Written for speed (typed arrays, no objects); `test/checker/store.test.ts` holds it against a
 * plain `Set` of strings.
 */
export class StateStore {
  readonly arena: Arena;
  readonly words: number;
  /** Number of states stored; ids are 0 .. size-1. */
  size = 0;
  /** Per part: slot -> id + 1, 0 for an empty slot; lengths are powers of two. */
  readonly #tables: Int32Array[];
  readonly #counts = new Int32Array(parts);
  /** States that the arena has room for. */
  #room = roomFor(0);

  constructor(words: number) {
    this.words = words;
    this.arena = new Arena(words);
    this.#tables = Array.from({ length: parts }, () => new Int32Array(firstSlots));
  }

  /**
   * Adds a state unless it is there already.
   *
   * @param state `words` words; copied
   * @param parent id of the state it was reached from, -1 for an initial state
   * @param action number of the action it was reached by
   * @returns the id of a new state, or -1 - id of the one that was there
   */
  insert(state: Int32Array, parent: number, action: number): number {
    const { arena, words } = this;
    const hash = hashWords(state, 0, words);
    const part = hash >>> (32 - parts_bits);
    const table = this.#part(part);
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let entry = table[slot]; entry; entry = table[slot]) {
      if (arena.equals(entry - 1, state)) return -entry;
      slot = (slot + 1) & mask;
    }
    const id = this.size++;
    if (id >= this.#room) {
      arena.reserve(id + 1);
      this.#room = roomFor(id + 1);
    }
    arena.write(id, state, parent, action);
    table[slot] = id + 1;
    const count = (this.#counts[part] ?? 0) + 1;
    this.#counts[part] = count;
    if (count * 2 > table.length) this.#grow(part);
    return id;
  }

  /** Whether a state is stored. */
  has(state: Int32Array): boolean {
    const hash = hashWords(state, 0, this.words);
    const table = this.#part(hash >>> (32 - parts_bits));
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let entry = table[slot]; entry; entry = table[slot]) {
      if (this.arena.equals(entry - 1, state)) return true;
      slot = (slot + 1) & mask;
    }
    return false;
  }

  /** Copies a state into `target`. */
  read(id: number, target: Int32Array): void {
    this.arena.read(id, target);
  }

  /** The id of the state that `id` was first reached from, -1 for an initial state. */
  parent(id: number): number {
    return this.arena.parent(id);
  }

  /** The number of the action that `id` was first reached by. */
  action(id: number): number {
    return this.arena.action(id);
  }

  /** Bytes of the states and of the table. */
  get bytes(): number {
    return this.arena.bytes + this.#tables.reduce((sum, table) => sum + table.length * 4, 0);
  }

  /** Finds the states of an arena that was filled elsewhere: a checkpoint. */
  index(size: number): void {
    this.size = size;
    this.#room = roomFor(size);
    const state = new Int32Array(this.words);
    for (let id = 0; id < size; id++) {
      this.arena.read(id, state);
      const hash = hashWords(state, 0, this.words);
      const part = hash >>> (32 - parts_bits);
      place(this.#part(part), hash, id);
      const count = (this.#counts[part] ?? 0) + 1;
      this.#counts[part] = count;
      if (count * 2 > this.#part(part).length) this.#grow(part);
    }
  }

  #part(part: number): Int32Array {
    const table = this.#tables[part];
    if (!table) throw new RangeError(`no part ${part}`);
    return table;
  }

  #grow(part: number): void {
    const old = this.#part(part);
    const table = new Int32Array(old.length * (old.length < quickGrowth_slots ? 4 : 2));
    for (const entry of old) {
      if (entry === 0) continue;
      const { states, base } = this.arena.segmentOf(entry - 1);
      place(table, hashWords(states, base, this.words), entry - 1);
    }
    this.#tables[part] = table;
  }
}

function place(table: Int32Array, hash: number, id: number): void {
  const mask = table.length - 1;
  let slot = hash & mask;
  while (table[slot]) slot = (slot + 1) & mask;
  table[slot] = id + 1;
}
