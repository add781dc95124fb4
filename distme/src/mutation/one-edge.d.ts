import type { NodeConfig } from "../model/chart-config.ts";
/** What one edge of the statechart can have wrong. */
export declare const operators: {
    readonly "delete-transition": "the transition is not there";
    readonly "drop-guard": "its guard is not asked";
    readonly "negate-guard": "its guard says the opposite";
    readonly "exchange-transitions": "the next transition is asked first";
    readonly "next-sibling": "it goes to the state behind its target";
    readonly "previous-sibling": "it goes to the state before its target";
    readonly "normal-exit": "it goes to where the call leaves";
    readonly "drop-action": "an action is left out";
    readonly "exchange-actions": "two actions change places";
    readonly "change-errno": "another error is returned";
    readonly "change-use": "a page is taken for another use";
};
export type OperatorName = keyof typeof operators;
/** One thing wrong on one edge. */
export interface OneEdge {
    /** Unique: the operator, the transition, and what of it. */
    readonly id: string;
    readonly operator: OperatorName;
    /** Key of the literals' transition, as coverage reports spell it. */
    readonly place: string;
    readonly breaks: string;
    readonly chart: (literal: NodeConfig) => void;
}
/**
 * Every one-edge mutant of the statechart.
 *
 * @param literal the configuration of all literals; it is not changed
 */
export declare function oneEdgeMutants(literal: NodeConfig): OneEdge[];
