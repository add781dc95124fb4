import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { WorldReport } from "../model/report.ts";
import { worldsOf } from "../model/worlds.ts";
import { counterBytes, counters, type WorkerJob, type WorkerMessage } from "./job.ts";
import { Progress } from "./progress.ts";
import { RunError } from "./usage.ts";

export type CheckJob = Omit<WorkerJob, "world" | "shared"> & { readonly quiet: boolean };

/**
 * Explores every world of a preset, as many at once as the machine has processors.
 *
 * Ctrl-C stops the searches; what they found so far comes back, marked incomplete. A second one
 * ends the process.
 *
 * @throws RunError when a world cannot be explored at all
 */
export async function exploreWorlds(job: CheckJob): Promise<WorldReport[]> {
  const names = worldsOf(job.preset, job.kernel).map(({ name }) => name);
  const shared = new Map(names.map((name) => [name, new SharedArrayBuffer(counterBytes)]));
  const stop = (): void => {
    for (const buffer of shared.values()) Atomics.store(new Int32Array(buffer), counters.stop, 1);
  };
  process.once("SIGINT", stop);
  const progress = new Progress(shared, job.quiet);
  try {
    const reports = new Map<string, WorldReport>();
    const waiting = [...names];
    const threads = Math.min(availableParallelism(), names.length);
    const workThrough = async (): Promise<void> => {
      const worker = new Worker(new URL("./worker.js", import.meta.url));
      try {
        for (let world = waiting.shift(); world !== undefined; world = waiting.shift()) {
          const buffer = shared.get(world) ?? new SharedArrayBuffer(counterBytes);
          reports.set(world, await runIn(worker, { ...job, world, shared: buffer }));
          progress.done(world);
        }
      } finally {
        await worker.terminate();
      }
    };
    await Promise.all(Array.from({ length: threads }, workThrough));
    return names.flatMap((name) => reports.get(name) ?? []);
  } finally {
    stop(); // when one world cannot be explored, nobody waits for the others
    progress.end();
    process.removeListener("SIGINT", stop);
  }
}

/** One world after the other in one thread: what it has compiled serves the next one too. */
function runIn(worker: Worker, job: WorkerJob): Promise<WorldReport> {
  return new Promise((resolve, reject) => {
    worker.once("message", (message: WorkerMessage) => {
      worker.removeListener("error", reject);
      if (message.kind === "report") resolve(message.report);
      else reject(new RunError(`world ${job.world}: ${message.message}`));
    });
    worker.once("error", reject);
    worker.postMessage(job);
  });
}
