import type { MessagePort } from "node:worker_threads";
import type { Segment } from "../arena.ts";
/** Words of the memory that all threads of a search share. */
export declare const control: {
    /** Threads that have come to the barrier, and how often it has opened. */
    readonly arrived: 0;
    readonly opened: 1;
    /** States stored, and the next one to expand. */
    readonly states: 2;
    readonly next: 3;
    readonly levels: 4;
    /** Set from outside: the search ends at the next round. */
    readonly stop: 5;
    /** A thread failed: the others leave at the next barrier. */
    readonly failed: 6;
    /** Bytes of the store, in KiB. */
    readonly kibibytes: 7;
    /** What the leader decided at the end of the round. */
    readonly decided: 8;
    /** Per thread, from here on; see `own`. */
    readonly perThread: 9;
};
export declare const wordsPerThread = 3;
/** Offsets of a thread's own words. */
export declare const own: {
    readonly found: 0;
    readonly transitions: 1;
    readonly candidates: 2;
};
export declare function controlWords(threads: number): number;
export declare function ownWord(thread: number, word: number): number;
/** What threads hand each other between two barriers. */
export type PeerMessage = {
    readonly kind: "segments";
    readonly first: number;
    readonly segments: readonly Segment[];
} | {
    readonly kind: "table";
    readonly part: number;
    readonly table: Int32Array;
} | {
    readonly kind: "candidates";
    readonly thread: number;
    readonly words: Int32Array;
} | {
    readonly kind: "keys";
    readonly thread: number;
    readonly keys: Int32Array;
} | {
    readonly kind: "closed";
    readonly ids: readonly number[];
};
/** A thread's way to one other thread. */
export interface Peer {
    readonly thread: number;
    readonly port: MessagePort;
}
/** Waits until every thread has come; what was written before is seen by all behind it. */
export declare class Barrier {
    #private;
    constructor(words: Int32Array, threads: number);
    wait(): void;
}
/** Another thread of the search failed and tells why. */
export declare class PeerFailed extends Error {
    readonly name = "PeerFailed";
}
export declare function sharedInts(length: number): Int32Array;
