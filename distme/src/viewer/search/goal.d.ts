import type { KexecContext, KexecEvent } from "../../../machines/events.ts";
import { type KexecProperty } from "../../../properties/state.ts";
import { type Errno } from "../../kernel/errno.ts";
import type { Layout } from "../../memory/layout.ts";
import { type Safety } from "../../xstate/property.ts";
import { type PredicateName } from "./predicates.ts";
/** What a search looks for: one state, or one step, for which all conditions are true at once. */
export type Goal = readonly Condition[];
/** One thing that is wanted, or with `not` one that is not; plain data. */
export type Condition = Wanted & {
    readonly not: boolean;
};
export type Wanted = 
/** A state of the literals is active. `task` null: in any region. */
{
    readonly kind: "state";
    readonly path: string;
    readonly task: number | null;
}
/** The state, or for a property of steps the last step, violates a property. */
 | {
    readonly kind: "property-broken";
    readonly name: string;
}
/** The state is what a property of kind `sometimes` wants to see. */
 | {
    readonly kind: "property-witnessed";
    readonly name: string;
}
/** `task` null: any task, or a question about the whole machine. */
 | {
    readonly kind: "predicate";
    readonly name: PredicateName;
    readonly task: number | null;
}
/** A call is about to return this error. `task` null: of any task. */
 | {
    readonly kind: "result";
    readonly errno: Errno;
    readonly task: number | null;
};
/** A goal that means nothing in the model that is to be searched. The message says why. */
export declare class GoalError extends Error {
    readonly name = "GoalError";
}
/** What a goal is asked about. */
export interface GoalScope {
    readonly layout: Layout;
    readonly properties: readonly KexecProperty[];
    /** Paths of the composed machine. */
    readonly paths: ReadonlySet<string>;
}
/**
 * The goal as a property that a search finds: a `sometimes`, or where a condition is about a step one
 * that the step breaks.
 *
 * @throws GoalError for a goal that says nothing, or speaks of what is not there
 */
export declare function goalProperty(scope: GoalScope, goal: Goal): Safety<KexecContext, KexecEvent>;
/** Why a property cannot be looked for; null when it can. */
export declare function excluded(property: KexecProperty): string | null;
/** The condition as a person reads it. */
export declare function conditionText(condition: Condition): string;
export declare function wantedText(wanted: Wanted): string;
