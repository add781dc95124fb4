/** What a worker tells while it runs, and the one word that it is told. */
export const counters = { states: 0, depth: 1, frontier: 2, kibibytes: 3, stop: 4 };
export const counterBytes = 5 * Int32Array.BYTES_PER_ELEMENT;
/** A search's way of telling how far it is, and of being told to stop. */
export function shownIn(shared) {
    const words = new Int32Array(shared);
    return {
        stopped: () => Atomics.load(words, counters.stop) !== 0,
        onProgress: ({ states, depth, frontier, bytes }) => {
            Atomics.store(words, counters.states, states);
            Atomics.store(words, counters.depth, depth);
            Atomics.store(words, counters.frontier, frontier);
            Atomics.store(words, counters.kibibytes, Math.ceil(bytes / 1024));
        },
    };
}
//# sourceMappingURL=job.js.map