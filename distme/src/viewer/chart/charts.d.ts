import type { AnyStateMachine } from "xstate";
import { type Diagram } from "../svg/diagram.ts";
/** The charts of the review page: the composition, and one for each door of the kernel. */
export declare const chartNames: readonly ["whole", "kexec_load", "kexec_file_load", "reboot", "crash_size"];
export type ChartName = (typeof chartNames)[number];
export interface ChartDefinition {
    /** The state that a task is in while it is inside this door; null for the composition. */
    readonly door: string | null;
    /** Early exits to these states are rows in the boxes that they leave. */
    readonly exits: readonly string[];
    /** States that are always drawn without their inside, which is a chart of its own. */
    readonly closed: readonly string[];
    /** States that a reader may collapse; null for every one that has children. */
    readonly collapsible: readonly string[] | null;
    /** What is collapsed at first. */
    readonly collapsedFirst: readonly string[];
}
export declare const charts: Readonly<Record<ChartName, ChartDefinition>>;
/** The region of a task, which the literals have no name for. */
export declare const taskPath = "task";
/** Returns what a chart says: a door as its literal has it, or all literals composed. */
export declare function chartDiagram(name: ChartName): Diagram;
/** The chart that shows a state or a transition with everything around it. */
export declare function chartOf(pathOrKey: string): ChartName;
/** The composed machine with one task: what every literal says, in one place. */
export declare function composedMachine(): AnyStateMachine;
/** The guard that a literal asks; the composition asks first whose event it is. */
export declare function literalGuard(guard: unknown): unknown;
