import type { Edit } from "../model/mutant.ts";
import type { World } from "../model/world.ts";
import type { Outcome } from "../xstate/check.ts";
/** What the search of one world says of a model, right or wrong. */
export interface WorldVerdict {
    readonly states: number;
    readonly outcomes: Readonly<Record<string, Outcome>>;
    /** What the check would complain of at once, with the steps of its shortest trace. */
    readonly broken: readonly Broken[];
    /** Events that were refused somewhere, as `path eventType`. */
    readonly refused: readonly string[];
    /** Transitions that were taken, as keys of the literals. */
    readonly taken: readonly string[];
    /** Whether the search ended before it had seen every state. */
    readonly cutOff: boolean;
}
/** A promise that a mutant breaks. */
export interface Broken {
    readonly name: string;
    /** null where the check shows no trace. */
    readonly steps: number | null;
}
/** What every check claims beside its properties. */
export declare const checkClaims: {
    readonly "no-deadlock": "some step is always possible";
    readonly "every-event-is-taken": "an event that a state handles is taken, or a reason is declared";
    readonly "every-wait-is-waited-in": "where an event is declared to be refused at times, it is";
    readonly "every-transition-is-taken": "no transition of the statechart is dead";
    readonly "no-operation-is-misused": "no operation of memory is asked for what it cannot do";
};
/** Whether a property is broken, and not only what every check claims. */
export declare function isOfProperty({ name }: Broken): boolean;
export type CheckClaim = keyof typeof checkClaims;
/**
 * Explores a world of a mutant, every property judged.
 *
 * An operation of memory may refuse what a mutant asks of it; then the search is done again up to
 * there, for what the properties say before.
 *
 * @param statesMax a mutant may have far more states than the model
 */
export declare function judgeWorld(world: World, edit: Edit, statesMax: number): WorldVerdict;
