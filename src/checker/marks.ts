import type { Mark } from "./model.ts";

const beginsBit = 1;
const goalBit = 2;

/** What the liveness claims said of every state of a search. */
export interface MarkReader {
  /** Per state 1 where the obligation of claim `i` begins. */
  readonly begins: (i: number, states: number) => Uint8Array;
  /** Per state 1 where claim `i` is discharged. */
  readonly goals: (i: number, states: number) => Uint8Array;
}

/** Asks the liveness claims about every state: one byte per claim and state. */
export class MarkColumns<View> implements MarkReader {
  readonly #marks: readonly Mark<View>[];
  readonly columns: Uint8Array[];

  /** @param earlier the columns of the search that is resumed */
  constructor(marks: readonly Mark<View>[], earlier?: { readonly columns: readonly Uint8Array[] }) {
    this.#marks = marks;
    this.columns = marks.map((_, i) => earlier?.columns[i] ?? new Uint8Array(1 << 10));
  }

  get any(): boolean {
    return this.#marks.length > 0;
  }

  /** Asks the claims about a new state. */
  add(id: number, view: View): void {
    this.#marks.forEach(({ from, goal }, i) => {
      const bits = (from?.(view) ? beginsBit : 0) | (goal(view) ? goalBit : 0);
      let column = this.columns[i];
      if (!column) return;
      if (id >= column.length) {
        const larger = new Uint8Array(column.length * 2);
        larger.set(column);
        this.columns[i] = column = larger;
      }
      column[id] = bits;
    });
  }

  begins(i: number, states: number): Uint8Array {
    return this.#bit(i, states, beginsBit);
  }

  goals(i: number, states: number): Uint8Array {
    return this.#bit(i, states, goalBit);
  }

  get bytes(): number {
    return this.columns.reduce((sum, column) => sum + column.length, 0);
  }

  #bit(i: number, states: number, bit: number): Uint8Array {
    const column = this.columns[i] ?? new Uint8Array(states);
    const result = new Uint8Array(states);
    for (let id = 0; id < states; id++) result[id] = ((column[id] ?? 0) & bit) === 0 ? 0 : 1;
    return result;
  }
}
