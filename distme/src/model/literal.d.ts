import type { Layout } from "../memory/layout.ts";
import { type Chart } from "../xstate/chart.ts";
import type { Coverage } from "../xstate/coverage.ts";
import type { TransitionReport } from "./report.ts";
/** A transition of the literals, as people read them, before the composition. */
export interface LiteralTransition {
    readonly key: string;
    readonly guarded: boolean;
    /** Why it is not taken in this kernel, or null. */
    readonly unreachable: string | null;
    /** Why its event may find every guard closed in this kernel, or null. */
    readonly waits: string | null;
}
export interface Literal {
    readonly transitions: readonly LiteralTransition[];
    /** Paths of all states, the roots' own left out. */
    readonly states: readonly {
        readonly path: string;
        readonly unreachable: string | null;
    }[];
}
/** The states and transitions of all literals, each counted once. */
export declare function literalOf(layout: Layout): Literal;
/** The literals as charts, and what the composed machine's names have before theirs. */
export declare function chartsOf(layout: Layout): {
    readonly prefix: string;
    readonly chart: Chart;
}[];
/** The state and the event of a transition's key: `path eventType`, for all its positions. */
export declare function choiceOf(key: string): string;
/** Coverage of the composed machine, told of the literals: the tasks' counts are added up. */
export declare function onLiteral(literal: Literal, coverage: Coverage): TransitionReport[];
/** How often each state of the literals was entered. */
export declare function enteredOnLiteral(literal: Literal, coverage: Coverage): {
    path: string;
    entered: number;
}[];
/**
 * The events that found every guard of a state closed: those of whose transitions the last one was
 * refused. Eventless ones may always be.
 */
export declare function refusedEvents({ transitions }: Coverage): string[];
