import { MessageChannel, Worker } from "node:worker_threads";
import { joined } from "../checker/parallel/join.js";
import { control, controlWords, own, ownWord, sharedInts } from "../checker/parallel/shared.js";
import { checkMachine, prepare, resultOf } from "./check.js";
import { MachineError } from "./errors.js";
import { isLiveness } from "./property.js";
/** How often progress is told, and a wish to stop is looked for. */
const poll_ms = 100;
/**
 * `checkMachine` with several threads. States, verdicts and traces are the same whatever their
 * number; only a search that a limit ends may be cut somewhere else.
 *
 * Liveness needs the whole graph in one place, and interned contexts and XState's configurations are
 * numbered by the thread that meets them: then one thread does it all.
 *
 * @param checkable what the source returns, made here as well: traces are replayed on it
 * @throws MachineError as `checkMachine`
 */
export async function checkInParallel({ machine, options }, { source, threads }) {
    if (threads < 2 || (options.properties ?? []).some(isLiveness)) {
        return checkMachine(machine, options);
    }
    if (options.resume || options.onCheckpoint) {
        throw new MachineError(`expected one thread for a checkpoint, got ${threads}`);
    }
    const prepared = prepare(machine, options);
    if (!prepared.model.portable)
        return checkMachine(machine, options);
    const results = await runThreads(source, threads, options);
    const { model, stopCounting } = prepared.model;
    const explored = joined(model, results, stopCounting);
    return resultOf(prepared, explored, []);
}
async function runThreads(source, threads, { limits, onProgress }) {
    const words = sharedInts(controlWords(threads));
    const workers = ordersFor(source, threads, words).map((order) => {
        const worker = new Worker(new URL("./parallel-worker.js", import.meta.url), {
            workerData: order,
            transferList: order.peers.map(({ port }) => port),
        });
        return { worker, report: reportOf(worker) };
    });
    const timer = setInterval(() => {
        if (limits?.stopped?.())
            Atomics.compareExchange(words, control.stop, 0, 1);
        onProgress?.(progressIn(words, threads));
    }, poll_ms);
    try {
        const reports = await Promise.all(workers.map(({ report }) => report));
        const failed = reports.find(({ kind }) => kind === "failed");
        if (failed?.kind === "failed")
            throw new MachineError(failed.message);
        return reports.flatMap((report) => (report.kind === "result" ? [report.result] : []));
    }
    finally {
        clearInterval(timer);
        await Promise.all(workers.map(({ worker }) => worker.terminate()));
    }
}
/** One order per thread, each pair of threads with a channel between them. */
function ordersFor(source, threads, words) {
    const orders = Array.from({ length: threads }, (_, thread) => ({
        source,
        thread,
        threads,
        control: words,
        peers: [],
    }));
    orders.forEach((one, i) => {
        for (const other of orders.slice(i + 1)) {
            const { port1, port2 } = new MessageChannel();
            one.peers.push({ thread: other.thread, port: port1 });
            other.peers.push({ thread: one.thread, port: port2 });
        }
    });
    return orders;
}
function reportOf(worker) {
    return new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.once("exit", (code) => reject(new Error(`a thread of the search ended with ${code}`)));
    });
}
function progressIn(words, threads) {
    const states = Atomics.load(words, control.states);
    const ids = Array.from({ length: threads }, (_, thread) => thread);
    return {
        states,
        transitions: ids.reduce((sum, thread) => sum + Atomics.load(words, ownWord(thread, own.transitions)), 0),
        depth: Atomics.load(words, control.levels),
        frontier: states - Atomics.load(words, control.next),
        bytes: Atomics.load(words, control.kibibytes) * 1024,
    };
}
//# sourceMappingURL=parallel.js.map