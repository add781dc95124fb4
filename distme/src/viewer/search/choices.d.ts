import { type Errno } from "../../kernel/errno.ts";
import type { Subject } from "../subject.ts";
import { type Predicate, type PredicateName } from "./predicates.ts";
/** What a goal in one model can be made of. */
export interface GoalChoices {
    readonly tasks: number;
    readonly predicates: readonly PredicateChoice[];
    /** States of the literals, in the order of a call. */
    readonly states: readonly StateChoice[];
    /** Properties that a state or step can break, and those that it can show. */
    readonly breakable: readonly PropertyChoice[];
    readonly seeable: readonly PropertyChoice[];
    /** Properties that cannot be looked for, each with the reason. */
    readonly excluded: readonly {
        readonly name: string;
        readonly reason: string;
    }[];
    readonly errnos: readonly Errno[];
}
export interface PredicateChoice {
    readonly name: PredicateName;
    readonly about: Predicate["about"];
    readonly text: string;
}
export interface StateChoice {
    readonly path: string;
    readonly description: string;
    /** Whether it is a state of every task, not one of the machine's. */
    readonly ofTask: boolean;
}
export interface PropertyChoice {
    readonly name: string;
    readonly statement: string;
}
/** @throws RangeError when there is no such model */
export declare function goalChoices(subject: Subject): GoalChoices;
