import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { AnyStateMachine } from "xstate";
import type { Progress } from "../checker/exploration.ts";
import { joined } from "../checker/parallel/join.ts";
import { control, controlWords, own, ownWord, sharedInts } from "../checker/parallel/shared.ts";
import type { ThreadResult } from "../checker/parallel/thread.ts";
import { type CheckResult, checkMachine, prepare, resultOf } from "./check.ts";
import { MachineError, OrderOfEntryError } from "./errors.ts";
import type { CheckOptions, EventLike } from "./options.ts";
import { isLiveness } from "./property.ts";

/** Where a thread finds the machine: functions do not travel between threads. */
export interface MachineSource {
  /** URL of a module. */
  readonly module: string;
  /** The name of an exported function; it returns a `Checkable`. */
  readonly name: string;
  /** Its argument; it is copied into every thread. */
  readonly argument: unknown;
}

/** A machine and all that `checkMachine` needs. */
export interface Checkable<C, E extends EventLike> {
  readonly machine: AnyStateMachine;
  readonly options: CheckOptions<C, E>;
}

/** What a thread is told at its start. */
export interface ThreadOrder {
  readonly source: MachineSource;
  readonly thread: number;
  readonly threads: number;
  readonly control: Int32Array;
  readonly peers: readonly { readonly thread: number; readonly port: MessagePort }[];
}

export type ThreadReport =
  | { readonly kind: "result"; readonly result: ThreadResult }
  | { readonly kind: "failed"; readonly message: string; readonly orderOfEntry: boolean }
  | { readonly kind: "left" };

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
export async function checkInParallel<C, E extends EventLike>(
  { machine, options }: Checkable<C, E>,
  { source, threads }: { readonly source: MachineSource; readonly threads: number },
): Promise<CheckResult<C, E>> {
  if (threads < 2 || (options.properties ?? []).some(isLiveness)) {
    return checkMachine(machine, options);
  }
  if (options.resume || options.onCheckpoint) {
    throw new MachineError(`expected one thread for a checkpoint, got ${threads}`);
  }
  const prepared = prepare(machine, options);
  if (!prepared.model.portable) return checkMachine(machine, options);
  const results = await runThreads(source, threads, options).catch((error) => {
    if (error instanceof OrderOfEntryError) return null;
    throw error;
  });
  if (results === null) return checkMachine(machine, options); // which comes to the same, and goes on
  const { model, stopCounting } = prepared.model;
  const explored = joined(model, results, stopCounting);
  return resultOf(prepared, explored, []);
}

async function runThreads<C, E extends EventLike>(
  source: MachineSource,
  threads: number,
  { limits, onProgress }: CheckOptions<C, E>,
): Promise<ThreadResult[]> {
  const words = sharedInts(controlWords(threads));
  const workers = ordersFor(source, threads, words).map((order) => {
    const worker = new Worker(new URL("./parallel-worker.js", import.meta.url), {
      workerData: order,
      transferList: order.peers.map(({ port }) => port),
    });
    return { worker, report: reportOf(worker) };
  });
  const timer = setInterval(() => {
    if (limits?.stopped?.()) Atomics.compareExchange(words, control.stop, 0, 1);
    onProgress?.(progressIn(words, threads));
  }, poll_ms);
  try {
    const reports = await Promise.all(workers.map(({ report }) => report));
    const failed = reports.find(({ kind }) => kind === "failed");
    if (failed?.kind === "failed") {
      throw failed.orderOfEntry ? new OrderOfEntryError() : new MachineError(failed.message);
    }
    return reports.flatMap((report) => (report.kind === "result" ? [report.result] : []));
  } finally {
    clearInterval(timer);
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}

/** One order per thread, each pair of threads with a channel between them. */
function ordersFor(source: MachineSource, threads: number, words: Int32Array): ThreadOrder[] {
  const orders = Array.from({ length: threads }, (_, thread) => ({
    source,
    thread,
    threads,
    control: words,
    peers: [] as { thread: number; port: MessagePort }[],
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

function reportOf(worker: Worker): Promise<ThreadReport> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the search ended with ${code}`)));
  });
}

function progressIn(words: Int32Array, threads: number): Progress {
  const states = Atomics.load(words, control.states);
  const ids = Array.from({ length: threads }, (_, thread) => thread);
  return {
    states,
    transitions: ids.reduce(
      (sum, thread) => sum + Atomics.load(words, ownWord(thread, own.transitions)),
      0,
    ),
    depth: Atomics.load(words, control.levels),
    frontier: states - Atomics.load(words, control.next),
    bytes: Atomics.load(words, control.kibibytes) * 1024,
  };
}
