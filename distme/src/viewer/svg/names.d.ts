/**
 * How the parts of a transition are called in a drawing.
 *
 * XState types a guard or an action as a name, an object with a `type`, or a function, and its
 * built-in ones as functions with fields; this file takes `unknown` and asks.
 */
/** What a call returns, as a transition decides it. */
export interface Result {
    /** An errno, `0`, or the words for a value that somebody else chooses. */
    readonly text: string;
    readonly failed: boolean;
}
/** Returns the event type without XState's prefixes; empty for a transition always taken. */
export declare function eventName(eventType: string): string;
/** Returns the guard as it is shown, without brackets; null for no guard. */
export declare function guardName(guard: unknown): string | null;
/** Returns what the first action that sets the result sets it to; null where none does. */
export declare function resultOf(actions: readonly unknown[]): Result | null;
/** Returns the names of the actions that set no result; anonymous ones have none. */
export declare function actionNames(actions: readonly unknown[]): readonly string[];
