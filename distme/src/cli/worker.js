import { parentPort } from "node:worker_threads";
import { kexecProperties } from "../../properties/index.js";
import { messageOf } from "../base/message.js";
import { mutants } from "../model/mutants.js";
import { runWorld } from "../model/run.js";
import { shownIn } from "./job.js";
import { worldOf } from "./world-source.js";
/** Explores one world of a check; the thread gets one job at a time. */
function work(job, tell) {
    const { mutant, only, limits, statistics, checkpoint } = job;
    const edit = mutant === null ? undefined : mutants[mutant];
    const { stopped, onProgress } = shownIn(job.shared);
    const onFailure = (message) => tell({ kind: "warning", message });
    try {
        const report = runWorld({
            world: worldOf(job),
            properties: (layout) => kexecProperties(layout).filter(({ name }) => only === null || name === only),
            ...(edit && { edit }),
            limits: { ...limits, stopped },
            onProgress,
            statistics,
            ...(checkpoint && { checkpoint: { ...checkpoint, onFailure } }),
        });
        tell({ kind: "report", report });
    }
    catch (error) {
        tell({ kind: "error", message: messageOf(error) });
    }
}
parentPort?.on("message", (job) => work(job, (message) => parentPort?.postMessage(message)));
//# sourceMappingURL=worker.js.map