/** Words of the memory that all threads of a search share. */
export const control = {
    /** Threads that have come to the barrier, and how often it has opened. */
    arrived: 0,
    opened: 1,
    /** States stored, and the next one to expand. */
    states: 2,
    next: 3,
    levels: 4,
    /** Set from outside: the search ends at the next round. */
    stop: 5,
    /** A thread failed: the others leave at the next barrier. */
    failed: 6,
    /** Bytes of the store, in KiB. */
    kibibytes: 7,
    /** What the leader decided at the end of the round. */
    decided: 8,
    /** Per thread, from here on; see `own`. */
    perThread: 9,
};
export const wordsPerThread = 3;
/** Offsets of a thread's own words. */
export const own = { found: 0, transitions: 1, candidates: 2 };
export function controlWords(threads) {
    return control.perThread + threads * wordsPerThread;
}
export function ownWord(thread, word) {
    return control.perThread + thread * wordsPerThread + word;
}
/** Waits until every thread has come; what was written before is seen by all behind it. */
export class Barrier {
    #words;
    #threads;
    constructor(words, threads) {
        this.#words = words;
        this.#threads = threads;
    }
    wait() {
        const opened = Atomics.load(this.#words, control.opened);
        if (Atomics.add(this.#words, control.arrived, 1) === this.#threads - 1) {
            Atomics.store(this.#words, control.arrived, 0);
            Atomics.add(this.#words, control.opened, 1);
            Atomics.notify(this.#words, control.opened);
        }
        else {
            this.#until(opened);
        }
        if (Atomics.load(this.#words, control.failed) !== 0)
            throw new PeerFailed();
    }
    /** The others are rarely far behind: it looks for a while before it sleeps. */
    #until(opened) {
        for (let i = 0; i < looks; i++) {
            if (Atomics.load(this.#words, control.opened) !== opened)
                return;
        }
        while (Atomics.load(this.#words, control.opened) === opened) {
            Atomics.wait(this.#words, control.opened, opened, 100);
            if (Atomics.load(this.#words, control.failed) !== 0)
                return;
        }
    }
}
const looks = 20_000;
/** Another thread of the search failed and tells why. */
export class PeerFailed extends Error {
    name = "PeerFailed";
}
export function sharedInts(length) {
    return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}
//# sourceMappingURL=shared.js.map