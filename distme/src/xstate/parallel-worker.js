var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../base/message.js";
import { control, PeerFailed } from "../checker/parallel/shared.js";
import { SearchThread } from "../checker/parallel/thread.js";
import { checksOf, machineError, prepare } from "./check.js";
/** One thread of a parallel check: makes the machine anew, and searches with the others. */
async function work(order) {
    const { source, thread, threads, peers } = order;
    try {
        const module = await import(__rewriteRelativeImportExtension(source.module));
        const make = module[source.name]; // see MachineSource
        const { machine, options } = make(source.argument);
        const { model, used } = prepare(machine, options);
        const search = new SearchThread({
            thread,
            threads,
            control: order.control,
            peers,
            model: model.model,
            checks: checksOf(used.properties ?? []),
            limits: used.limits ?? {},
        });
        return { kind: "result", result: search.run() };
    }
    catch (error) {
        if (error instanceof PeerFailed)
            return { kind: "left" };
        Atomics.store(order.control, control.failed, 1);
        Atomics.notify(order.control, control.opened);
        return { kind: "failed", message: messageOf(machineError(error)) };
    }
}
const report = await work(workerData); // what runThreads gives
parentPort?.postMessage(report);
//# sourceMappingURL=parallel-worker.js.map