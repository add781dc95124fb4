import { Worker } from "node:worker_threads";
/** Views and steps are short-lived: with more room fewer of them are copied about. */
const youngGeneration_MiB = 64;
/** Two graphs of a standard world, and what is compared of them. */
const oldGeneration_MiB = 6144;
export function mutationPool(threads) {
    const waiting = [];
    const idle = [];
    const workers = Array.from({ length: threads }, () => {
        const worker = new Worker(new URL("./mutation-worker.js", import.meta.url), {
            resourceLimits: {
                maxYoungGenerationSizeMb: youngGeneration_MiB,
                maxOldGenerationSizeMb: oldGeneration_MiB,
            },
        });
        idle.push(worker);
        return worker;
    });
    const next = () => {
        const worker = waiting.length > 0 ? idle.pop() : undefined;
        const task = worker && waiting.shift();
        if (!worker || !task)
            return;
        perform(worker, task.job)
            .then(task.resolve, task.reject)
            .finally(() => {
            idle.push(worker);
            next();
        });
    };
    return {
        run: (job) => new Promise((resolve, reject) => {
            waiting.push({ job, resolve, reject });
            next();
        }),
        end: async () => {
            waiting.length = 0;
            await Promise.all(workers.map((worker) => worker.terminate()));
        },
    };
}
function perform(worker, job) {
    return new Promise((resolve, reject) => {
        const hear = (message) => {
            worker.removeListener("error", fail);
            if ("result" in message)
                resolve(message.result);
            else
                reject(Object.assign(new Error(jobText(job, message.error.message)), message.error));
        };
        const fail = (error) => {
            worker.removeListener("message", hear);
            reject(error);
        };
        worker.once("message", hear);
        worker.once("error", fail);
        worker.postMessage(job);
    });
}
function jobText(job, message) {
    const what = "setting" in job ? job.setting.world : job.name;
    return `${job.kind} ${what}: ${message}`;
}
//# sourceMappingURL=mutation-pool.js.map