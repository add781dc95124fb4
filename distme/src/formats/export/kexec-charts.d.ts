import type { AnyStateMachine } from "xstate";
import { type KernelName } from "../../model/worlds.ts";
import { type ChartName } from "../../viewer/chart/charts.ts";
import { type Statechart } from "./statechart.ts";
/** Which part of the model is exported, and for which kernel. */
export interface ChartChoice {
    readonly part: ChartName;
    /** Leaves out what this kernel lacks; null: everything that some kernel has. */
    readonly kernel: KernelName | null;
}
/** Returns one of the five charts of the model: all of it, with one task, or one door. */
export declare function kexecChart(choice: ChartChoice): Statechart;
/** The machine of a part, as it is in machines/, or all of them composed for one task. */
export declare function partMachine(part: ChartName): AnyStateMachine;
/**
 * The guard of a transition of the whole chart. Its one task is asked for where that is a question:
 * a panic may be another CPU's.
 */
export declare function wholeGuard(guard: unknown, eventType: string): unknown;
