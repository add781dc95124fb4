import { type KernelName } from "../../../model/worlds.ts";
import type { ChartArrow, Statechart } from "../statechart.ts";
import { type Automaton, type Nondeterministic } from "./automaton.ts";
import { type ObservedEvent } from "./observed.ts";
/** A monitor for Linux Runtime Verification: what one task may be seen to do. */
export interface Monitor {
    /** The name of its file, without `.dot`, is its name in the kernel. */
    readonly name: string;
    readonly kernel: KernelName;
    readonly automaton: Automaton;
    readonly observed: readonly ObservedEvent[];
}
/**
 * The monitor of kexec_load, one for each task, made from the statechart.
 *
 * Guards are left out, since a monitor does not know memory: it allows every sequence of functions
 * that some memory allows, and so everything that the statechart does. Between two calls the task
 * may be in another system call that uses the same functions: they are all allowed there.
 */
export declare function loadMonitor(kernel: KernelName): Monitor;
/**
 * What can be seen of a statechart without parallel states, whatever its guards say.
 *
 * @throws ExportError for a parallel or history state
 */
export declare function projected(chart: Statechart, observed: readonly ObservedEvent[]): Nondeterministic;
/** The event that a transition is seen as; null for one that is not seen. */
export declare function eventOf({ key, event }: Pick<ChartArrow, "key" | "event">, observed: readonly ObservedEvent[]): string | null;
