/** A machine that may be in several states after the same events; `event: null` is not seen. */
export interface Nondeterministic {
    /** Their names; the first one is initial. */
    readonly states: readonly string[];
    readonly moves: readonly Move[];
}
export interface Move {
    readonly from: string;
    readonly event: string | null;
    readonly to: string;
}
/** A machine that is in one state after any events that it allows, and forbids all others. */
export interface Automaton {
    /** Their names; the first one is initial. */
    readonly states: readonly string[];
    /** In alphabetical order. */
    readonly events: readonly string[];
    /** State, event, state. */
    readonly next: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
/** The smallest automaton that allows the same sequences of events; every prefix of one is one. */
export declare function smallestAutomaton(machine: Nondeterministic): Automaton;
/** The states that an automaton goes through, up to an event that it forbids. */
export declare function runOf({ states, next }: Automaton, events: readonly string[]): readonly string[];
