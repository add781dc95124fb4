import type { KexecEvent, TaskEvent } from "../../../machines/events.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { ReferenceKernel } from "../../reference/kernel.ts";
import type { Decision } from "../../reference/step.ts";
import type { Thread } from "../../reference/thread.ts";
import type { Difference } from "../system.ts";
import type { Machine } from "./machine.ts";
import { type Situation } from "./step-facts.ts";
/** The events by which a task enters the kernel. */
export declare const entries: readonly ["kexec_load", "kexec_file_load", "reboot", "crash_size_show", "crash_size_store"];
export type Entry = Extract<TaskEvent, {
    readonly type: (typeof entries)[number];
}>;
/** What happens to a thread whatever step it stands before. */
declare const interruptions: readonly ["sigkill", "panic", "oops"];
type Interruption = (typeof interruptions)[number];
/** An event that performs the step that some thread of the kernel stands before. */
export type ThreadStep = Exclude<KexecEvent, {
    readonly type: Entry["type"] | Interruption | "proc_dointvec_minmax" | "kexec_limit_handler";
}>;
/** What the environment decides for the step of an event. */
export declare function decisionFor(event: ThreadStep, { layout, state, task }: Situation, { machine, kernel }: {
    readonly machine: Machine;
    readonly kernel: ReferenceKernel;
}): Decision;
/** Somebody who performs steps, on both sides. */
export interface Actor {
    readonly name: string;
    /** Null when there is nothing that it does; one that is gone has stopped for good. */
    readonly thread: Thread | null;
}
/**
 * In what the step that the system stands before is not the step of the event, asked of the state
 * before it.
 */
export declare function stepDifferences(event: ThreadStep, situation: Situation, { name, thread }: Actor, machine: Machine): Difference[];
/** In what a thread does not stand where the model's actor does. */
export declare function placeDifferences({ layout, state, task }: Situation, { name, thread }: Actor, regions: readonly string[]): Difference[];
/** The states in which an actor may be: in its own region, or at the root. */
export declare function regionsOf(state: KexecState, region: string): readonly string[];
export declare function taskRegions(state: KexecState, task: number): readonly string[];
export {};
