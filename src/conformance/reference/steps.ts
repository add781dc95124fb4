import type { TaskEvent } from "../../../machines/events.ts";
import { isKilled, resultOf } from "../../memory/call.ts";
import { parkedHit } from "../../memory/pages.ts";
import { taskRegion } from "../../model/compose.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { ReferenceKernel } from "../../reference/kernel.ts";
import type { Decision, StepRecord } from "../../reference/step.ts";
import type { Difference } from "../system.ts";
import type { Machine } from "./machine.ts";
import { leafOf, modelStep, type Situation, systemStep } from "./step-facts.ts";
import { viewDifferences } from "./view.ts";

/** An event that performs a step of a call under way. */
export type CallStep = Exclude<TaskEvent, { readonly type: "kexec_load" | "sigkill" }>;

/** What the environment decides for the step of an event. */
export function decisionFor(
  event: CallStep,
  { layout, state, task }: Situation,
  { machine, kernel }: { readonly machine: Machine; readonly kernel: ReferenceKernel },
): Decision {
  const { mem } = state.context;
  if ("outcome" in event) {
    const { type, outcome } = event;
    return type === "kimage_crash_copy_vmcoreinfo" && outcome === "ENOMEM" ? "vmap" : outcome;
  }
  if (!("frame" in event)) return undefined;
  const wantsSource = leafOf(state, task) === "sourcePage";
  if (wantsSource && parkedHit(layout, mem, task) >= 0) return undefined;
  // there are pages, and still a killed task must get none
  if (isKilled(layout, mem, task)) return kernel.lowestFreeFrame();
  return event.frame === null ? null : machine.frameOf(event.frame);
}

/**
 * In what the step that the system stands before is not the step of the event, asked of the state
 * before it.
 *
 * @param record null: the task is in user space
 */
export function stepDifferences(
  event: CallStep,
  situation: Situation,
  record: StepRecord | null,
  machine: Machine,
): Difference[] {
  const { task } = situation;
  if (record?.step !== event.type) {
    const system = record?.step ?? "user space";
    return [{ what: `step of task ${task}`, model: event.type, system }];
  }
  return viewDifferences(modelStep(event.type, situation), systemStep(record, machine));
}

/** In what the system does not stand where the model does, after a step of a task. */
export function placeDifferences(
  { layout, state, task }: Situation,
  record: StepRecord | null,
): Difference[] {
  const possible = stepsOf(state, task);
  const step = record?.step ?? "kexec_load";
  if (!possible.includes(step)) {
    return [{ what: `next step of task ${task}`, model: possible.join(" or "), system: step }];
  }
  if (record?.step !== "sys_exit") return [];
  const model = 0 - resultOf(layout, state.context.mem, task);
  if (record.result === model) return [];
  return [{ what: `result of task ${task}`, model: String(model), system: String(record.result) }];
}

/** The steps that the model's state handles; a signal can come at any time. */
function stepsOf({ configuration }: KexecState, task: number): string[] {
  return [...configuration.handlers]
    .filter(([, nodes]) => nodes.some(({ path }) => path.startsWith(`${taskRegion(task)}.`)))
    .map(([type]) => type)
    .filter((type) => type !== "sigkill");
}
