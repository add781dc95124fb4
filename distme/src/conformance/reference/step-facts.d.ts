import type { KexecEventType } from "../../../machines/events.ts";
import { type Layout } from "../../memory/layout.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { StepRecord } from "../../reference/step.ts";
import type { Machine } from "./machine.ts";
import type { View } from "./view.ts";
/** A state of the model and whose step comes next; the task matters for the steps of one only. */
export interface Situation {
    readonly layout: Layout;
    readonly state: KexecState;
    readonly task: number;
}
/** The name of the innermost state that a task is in. */
export declare function leafOf({ configuration }: KexecState, task: number): string;
/** The facts that belong to a step, as the model has them. */
export declare function modelStep(type: KexecEventType, { layout, state, task }: Situation): View;
/** The same facts, as the system has them. */
export declare function systemStep(record: StepRecord, machine: Machine): View;
