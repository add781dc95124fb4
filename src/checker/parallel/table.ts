import type { Arena } from "../arena.ts";
import { hashWords } from "../hash.ts";
import { head_words } from "./candidates.ts";
import { sharedInts } from "./shared.ts";

/** The table is split by the highest bits of the hash; each part is changed by one thread only. */
const parts_bits = 6;
export const parts = 1 << parts_bits;
const firstSlots = 64;

export function partOf(hash: number): number {
  return hash >>> (32 - parts_bits);
}

/** A new state of the round that has no number yet: where its words are. */
export interface Provisional {
  readonly words: (index: number) => Int32Array;
  readonly at: (index: number) => number;
}

/**
 * The table of a parallel search: slot -> id + 1, 0 for an empty slot, -1 - n for the n-th new state
 * of the round. All threads read it while they expand states; between barriers, each changes the
 * parts that it owns.
 */
export class SharedTable {
  readonly tables: Int32Array[];
  readonly #counts = new Int32Array(parts);
  readonly #arena: Arena;

  constructor(arena: Arena, tables?: readonly Int32Array[]) {
    this.#arena = arena;
    this.tables = tables
      ? [...tables]
      : Array.from({ length: parts }, () => sharedInts(firstSlots));
  }

  /** Whether a state is stored. */
  has(state: Int32Array, hash: number): boolean {
    const table = this.#part(partOf(hash));
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let entry = table[slot]; entry; entry = table[slot]) {
      if (this.#arena.equals(entry - 1, state)) return true;
      slot = (slot + 1) & mask;
    }
    return false;
  }

  /**
   * Enters a candidate unless it is there already.
   *
   * @param next the number of the next new state of the round
   */
  enter(words: Int32Array, base: number, next: number, known: Provisional): boolean {
    const hash = words[base + 2] ?? 0;
    const part = partOf(hash);
    const count = (this.#counts[part] ?? 0) + 1;
    if (count * 2 > this.#part(part).length) this.#grow(part, known);
    const table = this.#part(part);
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let entry = table[slot]; entry; entry = table[slot]) {
      if (entry > 0 && this.#arena.equals(entry - 1, words, base + head_words)) return false;
      if (entry < 0 && this.#same(-1 - entry, words, base, known)) return false;
      slot = (slot + 1) & mask;
    }
    table[slot] = -1 - next;
    this.#counts[part] = count;
    return true;
  }

  /** Gives a new state its number. */
  settle(hash: number, index: number, id: number): void {
    const table = this.#part(partOf(hash));
    const mask = table.length - 1;
    let slot = hash & mask;
    while (table[slot] !== -1 - index) slot = (slot + 1) & mask;
    table[slot] = id + 1;
  }

  get bytes(): number {
    return this.tables.reduce((sum, table) => sum + table.length * 4, 0);
  }

  #part(part: number): Int32Array {
    const table = this.tables[part];
    if (!table) throw new RangeError(`no part ${part}`);
    return table;
  }

  #same(index: number, words: Int32Array, base: number, known: Provisional): boolean {
    const other = known.words(index);
    const from = known.at(index);
    for (let i = head_words; i < head_words + this.#arena.words; i++) {
      if (other[from + i] !== words[base + i]) return false;
    }
    return true;
  }

  #grow(part: number, known: Provisional): void {
    const old = this.#part(part);
    const table = sharedInts(old.length * 2);
    const mask = table.length - 1;
    for (const entry of old) {
      if (entry === 0) continue;
      let slot = this.#hashOf(entry, known) & mask;
      while (table[slot]) slot = (slot + 1) & mask;
      table[slot] = entry;
    }
    this.tables[part] = table;
  }

  #hashOf(entry: number, known: Provisional): number {
    if (entry < 0) return known.words(-1 - entry)[known.at(-1 - entry) + 2] ?? 0;
    const { states, base } = this.#arena.segmentOf(entry - 1);
    return hashWords(states, base, this.#arena.words);
  }
}
