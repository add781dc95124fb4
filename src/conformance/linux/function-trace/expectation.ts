import type { KexecEvent, TaskEvent } from "../../../../machines/events.ts";
import { errnos, resultName } from "../../../kernel/errno.ts";
import { resultOf, returnValue } from "../../../memory/call.ts";
import type { Layout } from "../../../memory/layout.ts";
import type { KexecStep } from "../../../model/simulation.ts";
import type { KernelTrace } from "./trace-call.ts";
import { leafOf, type Tracked } from "./tracked.ts";

/** What a sight may be in the model: a step that it takes, or a place where it must be. */
export type Expectation = StepExpectation | PlaceExpectation;

export interface StepExpectation {
  readonly kind: "step";
  readonly type: TaskEvent["type"];
  /** Which of the events of that type it is; or why it can be none, as a sentence. */
  readonly choose: (tracked: Tracked) => ((event: KexecEvent) => boolean) | string;
  /** What the kernel does otherwise, as a sentence; null when it does the same. */
  readonly differs: (step: KexecStep, before: Tracked) => string | null;
  /** What is known afterwards. */
  readonly learns: (step: KexecStep, before: Tracked) => Partial<Tracked>;
  /** The kernel's result: 0 or a negated error number; null when the sight has none. */
  readonly result: number | null;
}

export interface PlaceExpectation {
  readonly kind: "place";
  /** What is otherwise there, as a sentence; null when the model is in the place. */
  readonly differs: (tracked: Tracked) => string | null;
  /** What is known afterwards. */
  readonly learns?: (tracked: Tracked) => Partial<Tracked>;
}

/** Who is watched, in which world. */
export interface Watched {
  readonly layout: Layout;
  readonly trace: KernelTrace;
}

type StepOptions = Partial<Omit<StepExpectation, "kind" | "type">>;

export function step(type: TaskEvent["type"], options: StepOptions = {}): StepExpectation {
  return {
    kind: "step",
    type,
    choose: () => () => true,
    differs: () => null,
    learns: () => ({}),
    result: null,
    ...options,
  };
}

export function place(differs: PlaceExpectation["differs"]): PlaceExpectation {
  return { kind: "place", differs };
}

/** The model is in one of these states, and `also` holds. */
export function placeIn(
  { trace }: Watched,
  leaves: readonly string[],
  also: PlaceExpectation["differs"] = () => null,
): PlaceExpectation {
  return place((tracked) => {
    const leaf = leafOf(tracked, trace.task);
    return leaves.includes(leaf) ? also(tracked) : elsewhere(leaf);
  });
}

/** Why a sight is none in a state that has nothing to do with it. */
export function elsewhere(leaf: string): string {
  return `the statechart is in ${leaf}`;
}

/** What a call that is on its way out will return. */
export function resultIn({ layout, trace }: Watched, { state }: Pick<Tracked, "state">): number {
  return returnValue(resultOf(layout, state.context.mem, trace.task));
}

/** How the kernel's result differs from the model's, as a sentence; null when it does not. */
export function resultDiffers(
  watched: Watched,
  at: Pick<Tracked, "state">,
  result: number,
): string | null {
  const expected = resultIn(watched, at);
  if (expected === result) return null;
  return `the kernel's function returns ${resultName(result)}, the statechart has ${resultName(expected)}`;
}

/** A failed call that has come to its label out. */
export function failedWith(watched: Watched, result: number): PlaceExpectation {
  const leaves = ["call.locked.freeing", "call.locked.unlocking"];
  return placeIn(watched, leaves, (tracked) => resultDiffers(watched, tracked, result));
}

/** Chooses the event with an outcome. */
export function outcomeOf(result: number): (event: KexecEvent) => boolean {
  return (event) =>
    "outcome" in event && (event.outcome === "ok" ? 0 : -errnos[event.outcome]) === result;
}

/** Chooses the event with the frame that the page allocator gave. */
export function withFrame(frame: number | null): (event: KexecEvent) => boolean {
  return (event) => "frame" in event && event.frame === frame;
}
