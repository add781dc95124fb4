import type { MutantName } from "../model/mutants.ts";
import type { CheckReport } from "../model/report.ts";
import { type KernelName, type PresetName } from "../model/worlds.ts";
import { type BaselineRequest } from "./check-baseline.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { WorkerJob } from "./job.ts";
import { type Output } from "./outputs.ts";
/** What can be asked of a check; `only` restricts it to one property. */
export interface CheckRequest {
    readonly preset: PresetName;
    readonly kernel: KernelName;
    readonly mutant: MutantName | null;
    readonly only: string | null;
    readonly limits?: WorkerJob["limits"];
    readonly quiet: boolean;
    /** See `CheckJob`. */
    readonly workers?: number;
    readonly statistics?: boolean;
    readonly checkpoints?: Checkpoints;
}
export interface CheckOutput {
    readonly json: boolean;
    readonly outputs: readonly Output[];
    /** A folder for the report and the page that shows it. */
    readonly report: string | null;
    readonly baseline: BaselineRequest | null;
}
/** Explores all worlds of a preset and puts the reports together. */
export declare function check(request: CheckRequest): Promise<CheckReport>;
/** Runs `check` and prints what it found. @returns the exit status */
export declare function checkCommand(request: CheckRequest, output: CheckOutput): Promise<number>;
export declare function exitStatus({ verdict }: CheckReport): number;
