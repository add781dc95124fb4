import { createLayout } from "../memory/layout.js";
import { variables } from "../memory/variables.js";
import { worldReport } from "../model/run.js";
import { checkInParallel } from "../xstate/parallel.js";
import { isLiveness } from "../xstate/property.js";
import { shownIn } from "./job.js";
import { worldOf, worldSource } from "./world-source.js";
/** Whether several threads can search a world: liveness needs the whole graph in one place. */
export function canShare(choice) {
    const properties = worldSource(choice).options.properties ?? [];
    return !properties.some(isLiveness);
}
/** Explores one world with several threads. */
export async function exploreWithThreads(job, threads) {
    const began = performance.now();
    const { shared, statistics, checkpoint: _, ...choice } = job;
    const world = worldOf(choice);
    const layout = createLayout(world.bounds);
    const { machine, options } = worldSource(choice);
    const { stopped, onProgress } = shownIn(shared);
    const result = await checkInParallel({
        machine,
        options: {
            ...options,
            limits: { ...choice.limits, stopped },
            onProgress,
            statistics,
            variables: variables(layout),
        },
    }, {
        source: {
            module: new URL("./world-source.js", import.meta.url).href,
            name: "worldSource",
            argument: choice,
        },
        threads,
    });
    const seconds = (performance.now() - began) / 1000;
    return worldReport({ world, layout }, result, { seconds, notes: [`${threads} threads`] });
}
//# sourceMappingURL=threads.js.map