import { type ChoiceWriter } from "./choice.ts";
import { type Code } from "./code.ts";
import { type FlatChart } from "./regions.ts";
/** Names the words of a configuration, as they are when a function begins. */
export declare function loadWords({ words }: FlatChart, buffer: "cur" | "next"): string;
/** What a step inside a step returns: 2 when it changed anything, else 1. */
export declare function resultText({ words }: FlatChart): string;
/** Writes what eventless transitions do, at rest and behind every other step. */
export declare class EventlessWriter {
    #private;
    /** @param words of a state in the buffers */
    constructor(flat: FlatChart, choice: ChoiceWriter, words: number);
    /** Eventless transitions: 0 when none is enabled, 1 when they left all as it was, else 2. */
    functions(): string;
    /** Whether a leaf with eventless transitions is active: its guards said no so far. */
    resting(): Code;
}
/** A step goes on while eventless transitions or raised events are left, as in XState. */
export declare function settleText(limit: number): string;
