import { type MutantName } from "../model/mutants.ts";
import type { CheckReport, PropertyReport } from "../model/report.ts";
import { type KernelName, type PresetName } from "../model/worlds.ts";
export interface ExplainRequest {
    readonly name: string;
    readonly preset: PresetName;
    readonly kernel: KernelName;
    readonly mutant: MutantName | null;
    readonly json: boolean;
    /** Where to save the trace for `replay`. */
    readonly trace: string | null;
}
/** The names of all properties of a kernel: some exist only in kernels with a feature. */
export declare function propertyNames(kernel: KernelName): string[];
/**
 * Says everything about one property: what it claims, why it holds, or how it fails.
 *
 * @returns the exit status: 0 when the outcome is the expected one
 */
export declare function explainCommand(request: ExplainRequest): Promise<number>;
/** @throws RunError when there is no trace, or the file cannot be written */
export declare function saveTrace(file: string, report: CheckReport, { name, trace }: PropertyReport): void;
/** The same events in a model that is right: the kernel itself, or the kernel with a bug mended. */
export declare function besideText({ kernel, preset, mutant }: CheckReport, { trace, outcome, expect }: PropertyReport): string[];
