/** Mixes all words of a state into 32 bits (multiply and xor-shift, as in MurmurHash3). */
export declare function hashWords(state: Int32Array, from: number, words: number): number;
