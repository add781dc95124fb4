import { parentPort } from "node:worker_threads";
import { kexecProperties } from "../../properties/index.ts";
import { assert } from "../base/assert.ts";
import { type Mutant, mutants } from "../model/mutants.ts";
import { runWorld } from "../model/run.ts";
import { worldsOf } from "../model/worlds.ts";
import { counters, type WorkerJob, type WorkerMessage } from "./job.ts";

/** Explores one world of a check; the thread gets one job at a time. */
function work(job: WorkerJob): WorkerMessage {
  const world = worldsOf(job.preset, job.kernel).find(({ name }) => name === job.world);
  assert(world !== undefined, `no world ${job.world}`);
  const shared = new Int32Array(job.shared);
  const edit: Mutant | undefined = job.mutant === null ? undefined : mutants[job.mutant];
  try {
    const report = runWorld({
      world,
      properties: (layout) =>
        kexecProperties(layout).filter(({ name }) => job.only === null || name === job.only),
      ...(edit && { edit }),
      limits: {
        ...job.limits,
        stopped: () => Atomics.load(shared, counters.stop) !== 0,
      },
      onProgress: ({ states, transitions, depth, frontier }) => {
        Atomics.store(shared, counters.states, states);
        Atomics.store(shared, counters.transitions, transitions);
        Atomics.store(shared, counters.depth, depth);
        Atomics.store(shared, counters.frontier, frontier);
      },
    });
    return { kind: "report", report };
  } catch (error) {
    return { kind: "error", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (job: WorkerJob) => parentPort?.postMessage(work(job)));
