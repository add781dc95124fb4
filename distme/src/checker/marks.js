const beginsBit = 1;
const goalBit = 2;
/** Asks the liveness claims about every state: one byte per claim and state. */
export class MarkColumns {
    #marks;
    columns;
    /** @param earlier the columns of the search that is resumed */
    constructor(marks, earlier) {
        this.#marks = marks;
        this.columns = marks.map((_, i) => earlier?.columns[i] ?? new Uint8Array(1 << 10));
    }
    get any() {
        return this.#marks.length > 0;
    }
    /** Asks the claims about a new state. */
    add(id, view) {
        this.#marks.forEach(({ from, goal }, i) => {
            const bits = (from?.(view) ? beginsBit : 0) | (goal(view) ? goalBit : 0);
            let column = this.columns[i];
            if (!column)
                return;
            if (id >= column.length) {
                const larger = new Uint8Array(column.length * 2);
                larger.set(column);
                this.columns[i] = column = larger;
            }
            column[id] = bits;
        });
    }
    begins(i, states) {
        return this.#bit(i, states, beginsBit);
    }
    goals(i, states) {
        return this.#bit(i, states, goalBit);
    }
    get bytes() {
        return this.columns.reduce((sum, column) => sum + column.length, 0);
    }
    #bit(i, states, bit) {
        const column = this.columns[i] ?? new Uint8Array(states);
        const result = new Uint8Array(states);
        for (let id = 0; id < states; id++)
            result[id] = ((column[id] ?? 0) & bit) === 0 ? 0 : 1;
        return result;
    }
}
//# sourceMappingURL=marks.js.map