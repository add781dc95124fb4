import type { KexecEvent, TaskEvent } from "../../../../machines/events.ts";
import type { Layout } from "../../../memory/layout.ts";
import type { KexecStep } from "../../../model/simulation.ts";
import type { KernelTrace } from "./trace-call.ts";
import { type Tracked } from "./tracked.ts";
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
export declare function step(type: TaskEvent["type"], options?: StepOptions): StepExpectation;
export declare function place(differs: PlaceExpectation["differs"]): PlaceExpectation;
/** The model is in one of these states, and `also` holds. */
export declare function placeIn({ trace }: Watched, leaves: readonly string[], also?: PlaceExpectation["differs"]): PlaceExpectation;
/** Why a sight is none in a state that has nothing to do with it. */
export declare function elsewhere(leaf: string): string;
/** What a call that is on its way out will return. */
export declare function resultIn({ layout, trace }: Watched, { state }: Pick<Tracked, "state">): number;
/** How the kernel's result differs from the model's, as a sentence; null when it does not. */
export declare function resultDiffers(watched: Watched, at: Pick<Tracked, "state">, result: number): string | null;
/** A failed call that has come to its label out. */
export declare function failedWith(watched: Watched, result: number): PlaceExpectation;
/** Chooses the event with an outcome. */
export declare function outcomeOf(result: number): (event: KexecEvent) => boolean;
/** Chooses the event with the frame that the page allocator gave. */
export declare function withFrame(frame: number | null): (event: KexecEvent) => boolean;
export {};
