import { parentPort } from "node:worker_threads";
import { kexecProperties } from "../../properties/index.ts";
import { messageOf } from "../base/message.ts";
import type { Mutant } from "../model/mutant.ts";
import { mutants } from "../model/mutants.ts";
import { runWorld } from "../model/run.ts";
import { shownIn, type WorkerJob, type WorkerMessage } from "./job.ts";
import { worldOf } from "./world-source.ts";

/** Explores one world of a check; the thread gets one job at a time. */
function work(job: WorkerJob, tell: (message: WorkerMessage) => void): void {
  const { mutant, only, limits, statistics, checkpoint } = job;
  const edit: Mutant | undefined = mutant === null ? undefined : mutants[mutant];
  const { stopped, onProgress } = shownIn(job.shared);
  const onFailure = (message: string): void => tell({ kind: "warning", message });
  try {
    const report = runWorld({
      world: worldOf(job),
      properties: (layout) =>
        kexecProperties(layout).filter(({ name }) => only === null || name === only),
      ...(edit && { edit }),
      limits: { ...limits, stopped },
      onProgress,
      statistics,
      ...(checkpoint && { checkpoint: { ...checkpoint, onFailure } }),
    });
    tell({ kind: "report", report });
  } catch (error) {
    tell({ kind: "error", message: messageOf(error) });
  }
}

parentPort?.on("message", (job: WorkerJob) =>
  work(job, (message) => parentPort?.postMessage(message)),
);
