import { type KernelDiff } from "../model/diff/diff.ts";
import { type KernelName } from "../model/worlds.ts";
export interface DiffRequest {
    readonly a: KernelName;
    readonly b: KernelName;
    readonly json: boolean;
}
/**
 * Prints every call whose result or effect differs between two kernels.
 *
 * @returns the exit status, as of diff(1): 0 when nothing differs, 1 when something does
 */
export declare function diffCommand({ a, b, json }: DiffRequest): number;
export interface DiffReport extends KernelDiff {
    readonly tool: string;
    readonly a: string;
    readonly b: string;
}
/** The whole report, as a person reads it. */
export declare function renderDiff(report: DiffReport): string;
