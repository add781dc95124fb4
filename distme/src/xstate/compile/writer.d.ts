import type { AnyStateMachine } from "xstate";
import type { ChartNode } from "../chart.ts";
import type { Packing } from "./packing.ts";
import type { FlatChart } from "./regions.ts";
import { type ContextKind, type Sites } from "./sites.ts";
/** What the writer needs to know beside the chart. */
export interface WriteOptions {
    readonly machine: AnyStateMachine;
    readonly kind: ContextKind;
    /** The context of a machine that never assigns. */
    readonly context: unknown;
    /** Words of a state in the buffers: the configuration's and the context's. */
    readonly words: number;
    readonly events: readonly {
        readonly type: string;
    }[];
    /** Event types that are only tried where `offers` says so. */
    readonly offered: ReadonlySet<string>;
    readonly listens: (node: ChartNode, event: unknown) => boolean;
    readonly packing: Packing;
}
/** A chart as the text of a function body, and what the text refers to. */
export interface Written {
    readonly text: string;
    readonly sites: Sites;
}
/** Writes the module of a chart: one function per event of the alphabet. */
export declare function writeModule(flat: FlatChart, options: WriteOptions): Written;
/** Whether any action of a chart changes the context. */
export declare function assigns(flat: FlatChart, machine: AnyStateMachine): boolean;
