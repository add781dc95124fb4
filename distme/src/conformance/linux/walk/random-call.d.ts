import type { KexecState, Simulation } from "../../../model/simulation.ts";
import type { ReplayedStep } from "../replay.ts";
/** A call of the model from its entry to its return. */
export interface WalkedCall {
    readonly steps: readonly ReplayedStep[];
    readonly after: KexecState;
}
/** A number below n. */
export type Choose = (n: number) => number;
/**
 * Lets a caller make an ordinary call, chosen at random, in a state in which nobody is in a call;
 * null when there is none.
 */
export type MakeCall = (state: KexecState, choose: Choose) => WalkedCall | null;
/** Makes calls of one world. What can happen in a state is remembered: walks come back. */
export declare function callMaker(simulation: Simulation): MakeCall;
/** The call as a person reads it, with what goes wrong in it. */
export declare function callLabel({ label, layout }: Simulation, steps: readonly ReplayedStep[]): string;
