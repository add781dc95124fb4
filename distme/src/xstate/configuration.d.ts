import type { AnyMachineSnapshot } from "xstate";
import type { Chart, ChartNode } from "./chart.ts";
/** The control part of a state: which state nodes are active. */
export interface Configuration {
    readonly id: number;
    /** XState's state value. */
    readonly value: unknown;
    /** Active state nodes, in document order. */
    readonly nodes: readonly ChartNode[];
    /** Paths of the active atomic nodes. */
    readonly leaves: readonly string[];
    /** Event types that an active node handles, with the nodes that do, innermost first. */
    readonly handlers: ReadonlyMap<string, readonly ChartNode[]>;
    /** Whether the node with this path is active. */
    readonly has: (path: string) => boolean;
    /** Done: no event is taken any more. */
    readonly done: boolean;
}
/** A configuration together with the snapshot that first had it, from which others are cloned. */
export interface InternedConfiguration extends Configuration {
    readonly template: AnyMachineSnapshot;
}
/** Gives every configuration a small number, and back. */
export declare class Configurations {
    #private;
    constructor(chart: Chart);
    /** Everything of a snapshot but its context: active nodes, status and history. */
    intern(snapshot: AnyMachineSnapshot): InternedConfiguration;
    get(id: number): InternedConfiguration;
}
/** Event types that some of the nodes handle, with those that do, innermost first. */
export declare function handlersOf(nodes: readonly ChartNode[]): ReadonlyMap<string, readonly ChartNode[]>;
