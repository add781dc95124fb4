import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";
/** A state node of a chart, numbered in document order. */
export interface ChartNode {
    readonly index: number;
    /** Keys from the root, joined with dots; the root's path is empty. */
    readonly path: string;
    readonly node: AnyStateNode;
}
/** A transition of a chart; `always` transitions have the event type "". */
export interface ChartTransition {
    readonly index: number;
    /** `path eventType position`, unique in a chart. */
    readonly key: string;
    readonly source: ChartNode;
    readonly eventType: string;
    /** Place among the transitions of one state node for one event type. */
    readonly position: number;
    readonly guarded: boolean;
    readonly definition: AnyTransitionDefinition;
}
/** The nodes and transitions of a machine, in document order. */
export interface Chart {
    readonly nodes: readonly ChartNode[];
    readonly transitions: readonly ChartTransition[];
    readonly nodeOf: ReadonlyMap<AnyStateNode, ChartNode>;
    readonly transitionOf: ReadonlyMap<AnyTransitionDefinition, ChartTransition>;
    /**
     * The transitions of one node for one event type, in the order in which guards are asked: exact
     * ones before wildcards, longer wildcards before shorter ones.
     */
    readonly candidates: (node: ChartNode, eventType: string) => readonly ChartTransition[];
}
/** Whether none of some active nodes handles an event, and none waits for an eventless transition. */
export declare function isIgnored({ candidates }: Chart, nodes: readonly ChartNode[], eventType: string): boolean;
/**
 * Reads the state nodes and transitions of a machine.
 *
 * @throws MachineError for what the checker cannot explore: invoked actors and delayed transitions
 */
export declare function readChart(machine: AnyStateMachine): Chart;
/** Whether a descriptor like `*` or `net.*` stands for an event type; nothing stands for `always`. */
export declare function isWildcardFor(descriptor: string, eventType: string): boolean;
