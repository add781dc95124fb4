import type { KexecContext, KexecEvent } from "../machines/events.ts";
import type { Feature, Pfn } from "../src/memory/bounds.ts";
import type { RequestPlan } from "../src/memory/layout.ts";
import { type Layout, type Mem } from "../src/memory/layout.ts";
import { type Request } from "../src/memory/request.ts";
import type { MutantName } from "../src/model/mutants.ts";
import type { Actor, LivenessTheme } from "../src/model/world.ts";
import type { Always, AlwaysStep, Expectation, Liveness, Sometimes, StepView } from "../src/xstate/property.ts";
/** A property of the kexec model: it has a source, and a promise names the mutant that breaks it. */
export type KexecProperty = (Always<KexecContext> | AlwaysStep<KexecContext, KexecEvent> | Sometimes<KexecContext> | (Liveness<KexecContext, KexecEvent> & {
    readonly theme: LivenessTheme;
})) & {
    readonly source: string;
    readonly needs?: Actor;
} & ({
    readonly kind: "sometimes";
} | {
    readonly expect: {
        readonly kind: "weakness";
    };
} | {
    readonly refutedBy: MutantName;
});
export type KexecStep = StepView<KexecContext, KexecEvent>;
/** Makes the properties of one theme for a world's layout. */
export type Theme = (layout: Layout) => readonly KexecProperty[];
/** One task's part in a step of kexec_load or kexec_file_load. */
export interface TaskStep {
    readonly task: number;
    readonly type: KexecEvent["type"];
    readonly before: Mem;
    readonly after: Mem;
    readonly plan: RequestPlan;
    /** Whether the call is kexec_file_load. */
    readonly file: boolean;
}
/** A step of a task that is in a load of either kind, or null for any other step. */
export declare function taskStep(layout: Layout, step: KexecStep): TaskStep | null;
/**
 * The body of a property that speaks of some steps of a task in kexec_load.
 *
 * @param types the events that it speaks of; none: all of them
 */
export declare function ofTask(layout: Layout, types: readonly KexecEvent["type"][], body: Parameters<typeof ofLoader>[2]): ReturnType<typeof ofLoader>;
/** The body of a property that speaks of the same steps of both kinds of loads. */
export declare function ofLoader(layout: Layout, types: readonly KexecEvent["type"][], body: {
    readonly when?: (own: TaskStep) => boolean;
    readonly holds: (own: TaskStep) => boolean;
}): Pick<AlwaysStep<KexecContext, KexecEvent>, "events" | "when" | "holds">;
/** A call at its unlock, where what became of its images is judged: nothing changes any more. */
export interface Unlock {
    readonly mem: Mem;
    readonly request: Request;
    /** The image that the call allocated, or 0. */
    readonly allocated: number;
    /** What the slot held when the lock was taken, or 0. */
    readonly displaced: number;
    /** What the slot holds now, or 0. */
    readonly slot: number;
    /** 0, or the error number that the call will return negated. */
    readonly result: number;
}
/** The body of a property that speaks of every kexec_load at its unlock. */
export declare function atUnlock(layout: Layout, body: {
    readonly when?: (unlock: Unlock) => boolean;
    readonly holds: (unlock: Unlock) => boolean;
}): ReturnType<typeof ofTask>;
/** Whether a load has installed its own image, or an unload emptied its slot. */
export declare function isDone({ request, slot, allocated }: Unlock): boolean;
export declare function unlockOf(layout: Layout, own: TaskStep): Unlock;
/** A byte of a task's variables. */
export declare function taskByte(layout: Layout, mem: Mem, task: number, variable: number): number;
export declare function isLive(layout: Layout, mem: Mem, image: number): boolean;
/** The two slots. */
export declare const slots: readonly [1, 2];
/** The images in the two slots. */
export declare function installedImages(mem: Mem): number[];
/** Every frame of a layout; the list is made once. */
export declare function pfns(layout: Layout): readonly Pfn[];
/** Every task of a layout; the list is made once. */
export declare function tasksOf(layout: Layout): readonly number[];
/** The frames of the crash region as it was reserved. */
export declare function regionPfns(layout: Layout): readonly Pfn[];
/** Every image that can exist, by its reference; the list is made once. */
export declare function imagesOf(layout: Layout): readonly number[];
/** Whether a kernel has a feature. */
export declare function has(layout: Layout, feature: Feature): boolean;
/** A claim about what only kernels with a feature do. */
export declare function onlyWith(layout: Layout, feature: Feature, property: KexecProperty): readonly KexecProperty[];
/** B2 is a known violation of every kernel that frees after the unlock. */
export declare function unlessFixed(layout: Layout, reason: string): Expectation;
/** B2 kills in kernels that make the control code page read-only. */
export declare function unlessLethal(layout: Layout, reason: string): Expectation;
