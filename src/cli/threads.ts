import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { createLayout } from "../memory/layout.ts";
import { variables } from "../memory/variables.ts";
import type { WorldReport } from "../model/report.ts";
import { worldReport } from "../model/run.ts";
import { checkInParallel } from "../xstate/parallel.ts";
import { isLiveness, type Property } from "../xstate/property.ts";
import { shownIn, type WorkerJob } from "./job.ts";
import { type WorldChoice, worldOf, worldSource } from "./world-source.ts";

/** Whether several threads can search a world: liveness needs the whole graph in one place. */
export function canShare(choice: WorldChoice): boolean {
  const properties: readonly Property<KexecContext, KexecEvent>[] =
    worldSource(choice).options.properties ?? [];
  return !properties.some(isLiveness);
}

/** Explores one world with several threads. */
export async function exploreWithThreads(job: WorkerJob, threads: number): Promise<WorldReport> {
  const began = performance.now();
  const { shared, statistics, checkpoint: _, ...choice } = job;
  const world = worldOf(choice);
  const layout = createLayout(world.bounds);
  const { machine, options } = worldSource(choice);
  const { stopped, onProgress } = shownIn(shared);
  const result = await checkInParallel(
    {
      machine,
      options: {
        ...options,
        limits: { ...choice.limits, stopped },
        onProgress,
        statistics,
        variables: variables(layout),
      },
    },
    {
      source: {
        module: new URL("./world-source.js", import.meta.url).href,
        name: "worldSource",
        argument: choice,
      },
      threads,
    },
  );
  const seconds = (performance.now() - began) / 1000;
  return worldReport({ world, layout }, result, { seconds, notes: [`${threads} threads`] });
}
