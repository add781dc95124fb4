/** Mixes all words of a state into 32 bits (multiply and xor-shift, as in MurmurHash3). */
export function hashWords(state, from, words) {
    let h = 0x9e3779b9 | 0;
    const end = from + words;
    for (let i = from; i < end; i++) {
        h = Math.imul(h ^ (state[i] ?? 0), 0x85ebca6b);
        h ^= h >>> 15;
    }
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return h ^ (h >>> 16);
}
//# sourceMappingURL=hash.js.map