import type { WorldReport } from "../model/report.ts";
import { type WorkerJob } from "./job.ts";
import { type WorldChoice } from "./world-source.ts";
/** Whether several threads can search a world: liveness needs the whole graph in one place. */
export declare function canShare(choice: WorldChoice): boolean;
/** Explores one world with several threads. */
export declare function exploreWithThreads(job: WorkerJob, threads: number): Promise<WorldReport>;
