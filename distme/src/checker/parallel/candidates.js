import { sharedInts } from "./shared.js";
/** Words in front of a candidate's own: its parent, its action, its hash. */
export const head_words = 3;
/**
 * What one thread found in a round and could not find in the table: states that are new, or that
 * another step of the same round finds as well. In the order of the sequential search.
 */
export class Candidates {
    count = 0;
    words;
    #size;
    constructor(stateWords, words = sharedInts(1 << 14)) {
        this.#size = head_words + stateWords;
        this.words = words;
    }
    /** Where a candidate's words begin. */
    at(index) {
        return index * this.#size;
    }
    /** @returns whether the memory had to grow, and the other threads must be told */
    push(origin, state) {
        const base = this.at(this.count++);
        let grew = false;
        if (base + this.#size > this.words.length) {
            const larger = sharedInts(this.words.length * 2);
            larger.set(this.words);
            this.words = larger;
            grew = true;
        }
        this.words[base] = origin.parent;
        this.words[base + 1] = origin.action;
        this.words[base + 2] = origin.hash;
        this.words.set(state, base + head_words);
        return grew;
    }
}
//# sourceMappingURL=candidates.js.map