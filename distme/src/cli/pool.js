import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { worldsOf } from "../model/worlds.js";
import { MachineError } from "../xstate/errors.js";
import { checkpointOf, claimFolder } from "./checkpoints.js";
import { counterBytes, counters } from "./job.js";
import { Progress } from "./progress.js";
import { canShare, exploreWithThreads } from "./threads.js";
import { RunError, UsageError } from "./usage.js";
import { tool } from "./version.js";
/** Views and steps are short-lived: with more room fewer of them are copied about. */
const youngGeneration_MiB = 64;
/**
 * Explores every world of a preset.
 *
 * Ctrl-C, or SIGTERM, stops the searches; what they found so far comes back, marked incomplete. A
 * second one ends the process.
 *
 * @throws RunError when a world cannot be explored at all
 */
export async function exploreWorlds(job) {
    const { checkpoints } = job;
    const names = worldsOf(job.preset, job.kernel).map(({ name }) => name);
    if (checkpoints && (job.workers ?? 1) > 1) {
        throw new UsageError(`expected no --workers with --checkpoint, got ${job.workers}: ` +
            "a search that is saved has one thread");
    }
    const release = checkpoints && claimFolder(checkpoints);
    const shared = new Map(names.map((name) => [name, new SharedArrayBuffer(counterBytes)]));
    const stop = () => {
        for (const buffer of shared.values())
            Atomics.store(new Int32Array(buffer), counters.stop, 1);
    };
    for (const signal of signals)
        process.once(signal, stop);
    const progress = new Progress(shared, job.quiet);
    const jobs = [...shared].map(([world, buffer]) => jobFor(job, world, buffer));
    try {
        return await exploreAll(jobs, job.workers, progress);
    }
    finally {
        stop(); // when one world cannot be explored, nobody waits for the others
        progress.end();
        for (const signal of signals)
            process.removeListener(signal, stop);
        release?.();
    }
}
const signals = ["SIGINT", "SIGTERM"];
/**
 * @param workers null: one thread per world, and as many worlds at once as there are processors;
 *   else so many threads for one world after the other
 * @returns in the order of the jobs
 */
async function exploreAll(jobs, workers, progress) {
    if (workers === null || workers === 1) {
        return inPool(jobs, Math.min(workers ?? availableParallelism(), jobs.length), progress);
    }
    const reports = [];
    for (const job of jobs) {
        if (canShare(job)) {
            const report = await withThreads(job, workers);
            progress.done(job.world, report.states);
            reports.push(report);
        }
        else {
            reports.push(...(await inPool([job], 1, progress)));
        }
    }
    return reports;
}
function jobFor(job, world, shared) {
    const { quiet: _, workers: __, checkpoints, ...rest } = job;
    const { preset, kernel, mutant, only } = job;
    const parts = [
        `${tool}, kernel ${kernel}, preset ${preset}, world ${world}`,
        ...(mutant === null ? [] : [`mutant ${mutant}`]),
        ...(only === null ? [] : [`property ${only}`]),
    ];
    const checkpoint = checkpoints && checkpointOf(checkpoints, { world, identity: parts.join(", ") });
    return { ...rest, world, shared, checkpoint };
}
/** One world after the other in each of a few threads. */
async function inPool(jobs, threads, progress) {
    const reports = new Map();
    const waiting = [...jobs];
    const workThrough = async () => {
        const worker = new Worker(new URL("./worker.js", import.meta.url), {
            resourceLimits: { maxYoungGenerationSizeMb: youngGeneration_MiB },
        });
        try {
            for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
                const report = await runIn(worker, job, progress);
                reports.set(job, report);
                progress.done(job.world, report.states);
            }
        }
        finally {
            await worker.terminate();
        }
    };
    await Promise.all(Array.from({ length: threads }, workThrough));
    return jobs.flatMap((job) => reports.get(job) ?? []);
}
/** One job in a thread: what it has compiled serves the next one too. */
function runIn(worker, job, progress) {
    return new Promise((resolve, reject) => {
        const hear = (message) => {
            if (message.kind === "warning") {
                progress.warn(`world ${job.world}: ${message.message}; the search goes on`);
                return;
            }
            worker.removeListener("message", hear);
            worker.removeListener("error", reject);
            if (message.kind === "report")
                resolve(message.report);
            else
                reject(failed(job, message.message));
        };
        worker.on("message", hear);
        worker.once("error", reject);
        worker.postMessage(job);
    });
}
async function withThreads(job, threads) {
    try {
        return await exploreWithThreads(job, threads);
    }
    catch (error) {
        throw error instanceof MachineError ? failed(job, error.message) : error;
    }
}
function failed({ world }, message) {
    return new RunError(`world ${world}: ${message}`);
}
//# sourceMappingURL=pool.js.map