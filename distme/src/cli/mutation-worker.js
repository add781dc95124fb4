import { parentPort } from "node:worker_threads";
import { perform } from "../mutation/jobs.js";
parentPort?.on("message", async (job) => parentPort?.postMessage(await answer(job)));
async function answer(job) {
    try {
        return { result: await perform(job) };
    }
    catch (error) {
        if (!(error instanceof Error))
            return { error: { message: String(error), stack: "" } };
        return { error: { message: error.message, stack: error.stack ?? "" } };
    }
}
//# sourceMappingURL=mutation-worker.js.map