import { type MessagePort } from "node:worker_threads";
import type { AnyStateMachine } from "xstate";
import type { ThreadResult } from "../checker/parallel/thread.ts";
import { type CheckResult } from "./check.ts";
import type { CheckOptions, EventLike } from "./options.ts";
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
    readonly peers: readonly {
        readonly thread: number;
        readonly port: MessagePort;
    }[];
}
export type ThreadReport = {
    readonly kind: "result";
    readonly result: ThreadResult;
} | {
    readonly kind: "failed";
    readonly message: string;
} | {
    readonly kind: "left";
};
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
export declare function checkInParallel<C, E extends EventLike>({ machine, options }: Checkable<C, E>, { source, threads }: {
    readonly source: MachineSource;
    readonly threads: number;
}): Promise<CheckResult<C, E>>;
