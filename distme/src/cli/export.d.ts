import { type SavedPreset } from "../formats/trace-world.ts";
import type { KernelName } from "../model/worlds.ts";
import type { ChartName } from "../viewer/chart/charts.ts";
import { type ChosenTrace } from "./export-trace.ts";
export declare const chartFormats: readonly ["scxml", "mermaid", "plantuml", "dot", "xstate-json"];
export declare const graphFormats: readonly ["dot", "aut"];
export declare const monitorFormats: readonly ["rv-dot", "rv-events"];
/** What is exported, in which format. */
export type ExportRequest = {
    readonly kind: "chart";
    readonly format: (typeof chartFormats)[number];
    readonly part: ChartName;
    /** null: what any kernel has. */
    readonly kernel: KernelName | null;
} | {
    readonly kind: "graph";
    readonly format: (typeof graphFormats)[number];
    readonly kernel: KernelName;
    readonly preset: SavedPreset;
    readonly world: string;
    readonly statesMax: number;
} | {
    readonly kind: "monitor";
    readonly format: (typeof monitorFormats)[number];
    readonly kernel: KernelName;
} | {
    readonly kind: "trace";
    readonly chosen: ChosenTrace;
};
/** Writes a part of the model for another tool. @param out null: the standard output */
export declare function exportCommand(request: ExportRequest, out: string | null): number;
/**
 * Says what the kernel's readers would misunderstand in a monitor's file. @returns the exit status
 */
export declare function lintCommand(file: string): number;
