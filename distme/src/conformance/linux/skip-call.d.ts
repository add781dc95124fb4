import type { Argument, Arrival, Fate, Gdb } from "./gdb.ts";
/** A call of a kernel function that shall not happen: it returns at once instead. */
export interface CallSkip {
    /** Address of the function's first instruction. */
    readonly address: bigint;
    /** Only calls whose argument has this value count. The first three arguments, in C's order. */
    readonly when?: {
        readonly register: Argument;
        readonly equals: bigint;
    };
    /** Which of these calls, from 1. Default: the first. */
    readonly nth?: number;
    /** What the caller gets: 0n for a null pointer, -12n for -ENOMEM. */
    readonly returns: bigint;
}
/** A skip that waits for its call. */
export interface ArmedSkip {
    /** Ends when the call was skipped; fails when the connection ends first. */
    readonly skipped: Promise<void>;
    /** How many calls matched so far, the skipped one among them. */
    matches(): number;
    /** Takes the breakpoint away. */
    disarm(): Promise<void>;
}
/** What kimage_alloc_page is asked for when the page is for the list. */
export declare const KIMAGE_NO_DEST: bigint;
/** Makes one later call of a kernel function return a chosen value without running it. */
export declare function skipCall(gdb: Gdb, skip: CallSkip): Promise<ArmedSkip>;
/** Decides at the n-th call that is meant, and lets the others go on. */
export declare function atCall(nth: number, isMeant: (arrival: Arrival) => boolean, fate: Fate): {
    matches: () => number;
    decide: (arrival: Arrival) => Fate;
};
