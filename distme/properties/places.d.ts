import type { Configuration } from "../src/xstate/configuration.ts";
/** Where everybody stands, as properties ask for it in every state. */
export interface Places {
    /** All CPUs run. */
    readonly running: boolean;
    /** The tasks that are between trylock and unlock, as bits. */
    readonly locked: number;
    /** The tasks that an oops or a panic has ended, as bits. */
    readonly gone: number;
    /** Some task has written to a read-only page. */
    readonly faulted: boolean;
    /** No CPU panics. */
    readonly calm: boolean;
    readonly newKernel: boolean;
    readonly crashKernel: boolean;
}
/** Worked out once for each configuration. */
export declare function placesOf(configuration: Configuration): Places;
