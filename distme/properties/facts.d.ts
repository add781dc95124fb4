import { type FactName } from "../machines/facts.ts";
import type { Configuration } from "../src/xstate/configuration.ts";
import type { Theme } from "./state.ts";
/** What the statechart says of its own states. */
export declare const stateFacts: Theme;
interface FactClaim {
    readonly task: number;
    readonly fact: FactName;
}
/** The facts that the active states of a configuration claim, task by task. */
export declare function claimsOf(configuration: Configuration): readonly FactClaim[];
export {};
