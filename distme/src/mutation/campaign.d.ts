import type { Job, Result } from "./jobs.ts";
import type { Refutation, Verdict } from "./result.ts";
/** Does jobs somewhere, as many at once as there is room for. */
export type RunJob = (job: Job) => Promise<Result>;
/** How far a run is. */
export interface CampaignProgress {
    readonly stage: string;
    readonly done: number;
    readonly of: number;
}
export interface Campaign {
    readonly run: RunJob;
    readonly onProgress?: (progress: CampaignProgress) => void;
}
/**
 * Judges mutants: by the properties at `quick`, those that survive at `standard`, then by
 * equivalence, then by their own suite on the reference kernel.
 *
 * @param names mutants, see `subjects`
 */
export declare function judgeMutants(names: readonly string[], campaign: Campaign): Promise<Map<string, Verdict>>;
/**
 * Finds for each property a world in which the mutant that it names refutes it, whatever else that
 * mutant breaks.
 */
export declare function refuteAlone(properties: readonly {
    readonly name: string;
    readonly refutedBy: string;
}[], campaign: Campaign): Promise<Map<string, Refutation>>;
