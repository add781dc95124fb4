import type { WorldReport } from "../model/report.ts";
import { type Checkpoints } from "./checkpoints.ts";
import { type WorkerJob } from "./job.ts";
export type CheckJob = Omit<WorkerJob, "world" | "shared" | "checkpoint"> & {
    readonly quiet: boolean;
    /** See `exploreAll`. */
    readonly workers: number | null;
    readonly checkpoints: Checkpoints | null;
};
/**
 * Explores every world of a preset.
 *
 * Ctrl-C, or SIGTERM, stops the searches; what they found so far comes back, marked incomplete. A
 * second one ends the process.
 *
 * @throws RunError when a world cannot be explored at all
 */
export declare function exploreWorlds(job: CheckJob): Promise<WorldReport[]>;
