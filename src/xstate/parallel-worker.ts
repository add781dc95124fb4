import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../base/message.ts";
import { control, PeerFailed } from "../checker/parallel/shared.ts";
import { SearchThread } from "../checker/parallel/thread.ts";
import { checksOf, machineError, orderOfEntryIn, prepare } from "./check.ts";
import type { EventLike } from "./options.ts";
import type { Checkable, ThreadOrder, ThreadReport } from "./parallel.ts";

/** One thread of a parallel check: makes the machine anew, and searches with the others. */
async function work(order: ThreadOrder): Promise<ThreadReport> {
  const { source, thread, threads, peers } = order;
  try {
    const module: Record<string, unknown> = await import(source.module);
    const make = module[source.name] as (argument: unknown) => Checkable<unknown, EventLike>; // see MachineSource
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
  } catch (error) {
    if (error instanceof PeerFailed) return { kind: "left" };
    Atomics.store(order.control, control.failed, 1);
    Atomics.notify(order.control, control.opened);
    const orderOfEntry = orderOfEntryIn(error) !== null;
    return { kind: "failed", message: messageOf(machineError(error)), orderOfEntry };
  }
}

const report = await work(workerData as ThreadOrder); // what runThreads gives
parentPort?.postMessage(report);
