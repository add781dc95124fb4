import type { CallMachine } from "./call-machine.ts";
/** A sequence of inputs. */
type Inputs = readonly string[];
/** What tells the states of a machine apart. */
export interface Identification {
    /**
     * For each state, by index, input sequences that it takes. Two states that can be told apart look
     * different, or have a beginning of such a sequence in common to which they answer differently.
     */
    readonly identifiers: readonly (readonly Inputs[])[];
    /** Pairs of states that no sequence tells apart which both take. */
    readonly alike: readonly (readonly [number, number])[];
}
/** Finds the shortest sequences for all pairs of states, and for each state few of them. */
export declare function identifyStates({ states }: CallMachine): Identification;
export {};
