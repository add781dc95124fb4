import type { Job, Result } from "../mutation/jobs.ts";
/** Threads that do the jobs of a mutation run, one each at a time. */
export interface MutationPool {
    readonly run: (job: Job) => Promise<Result>;
    /** Ends every thread; jobs that are not done are never done. */
    readonly end: () => Promise<void>;
}
export declare function mutationPool(threads: number): MutationPool;
