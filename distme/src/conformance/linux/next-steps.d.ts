import type { TaskEvent } from "../../../machines/events.ts";
import type { KexecState, Simulation } from "../../model/simulation.ts";
import { type ReplayedStep } from "./replay.ts";
/** What a caller would do next, where a run does not say. */
/** Adds, for callers that do not come to the end of their calls, the step that would be next. */
export declare function withNextSteps(simulation: Simulation, steps: readonly ReplayedStep[]): readonly ReplayedStep[];
/** What a task does next when nothing fails and the allocator gives nobody's frames; or null. */
export declare function nextEvent(simulation: Simulation, state: KexecState, task: number): TaskEvent | null;
