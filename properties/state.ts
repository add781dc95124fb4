import type { KexecContext, KexecEvent } from "../machines/events.ts";
import type { Feature, Pfn } from "../src/memory/bounds.ts";
import { isLoading, resultOf, slotOf } from "../src/memory/call.ts";
import { statusOf } from "../src/memory/kimage.ts";
import type { RequestPlan } from "../src/memory/layout.ts";
import {
  ALLOCATED,
  DISPLACED,
  get,
  imageStatus,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  type Mem,
  planOf,
  taskAt,
} from "../src/memory/layout.ts";
import { isUnload, type Request } from "../src/memory/request.ts";
import type { MutantName } from "../src/model/mutants.ts";
import type { Actor, LivenessTheme } from "../src/model/world.ts";
import type {
  Always,
  AlwaysStep,
  Expectation,
  Liveness,
  Sometimes,
  StepView,
} from "../src/xstate/property.ts";

/** A property of the kexec model: it has a source, and a promise names the mutant that breaks it. */
export type KexecProperty = (
  | Always<KexecContext>
  | AlwaysStep<KexecContext, KexecEvent>
  | Sometimes<KexecContext>
  | (Liveness<KexecContext, KexecEvent> & { readonly theme: LivenessTheme })
) & { readonly source: string; readonly needs?: Actor } & (
    | { readonly kind: "sometimes" }
    | { readonly expect: { readonly kind: "weakness" } }
    | { readonly refutedBy: MutantName }
  );

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

/** All properties are asked about the same step, one after the other: it is looked at once. */
let seen: { readonly step: KexecStep; readonly own: TaskStep | null } | null = null;

/** A step of a task that is in a load of either kind, or null for any other step. */
export function taskStep(layout: Layout, step: KexecStep): TaskStep | null {
  if (seen?.step !== step) seen = { step, own: taskStepOf(layout, step) };
  return seen.own;
}

function taskStepOf(layout: Layout, step: KexecStep): TaskStep | null {
  const { event } = step;
  if (!("task" in event)) return null;
  const before = step.before.context.mem;
  if (!isLoading(layout, before, event.task)) return null;
  const plan = planOf(layout, before, event.task);
  return {
    task: event.task,
    type: event.type,
    before,
    after: step.after.context.mem,
    plan,
    file: plan.request.file === true,
  };
}

/**
 * The body of a property that speaks of some steps of a task in kexec_load.
 *
 * @param types the events that it speaks of; none: all of them
 */
export function ofTask(
  layout: Layout,
  types: readonly KexecEvent["type"][],
  body: Parameters<typeof ofLoader>[2],
): ReturnType<typeof ofLoader> {
  const { when, holds } = body;
  const ask = (own: TaskStep): boolean => !own.file && (when === undefined || when(own));
  return ofLoader(layout, types, { when: ask, holds: (own) => own.file || holds(own) });
}

/** The body of a property that speaks of the same steps of both kinds of loads. */
export function ofLoader(
  layout: Layout,
  types: readonly KexecEvent["type"][],
  body: {
    readonly when?: (own: TaskStep) => boolean;
    readonly holds: (own: TaskStep) => boolean;
  },
): Pick<AlwaysStep<KexecContext, KexecEvent>, "events" | "when" | "holds"> {
  const { when, holds } = body;
  return {
    ...(types.length > 0 && { events: types }),
    when: (step) => {
      const own = taskStep(layout, step);
      return own !== null && (when === undefined || when(own));
    },
    holds: (step) => {
      const own = taskStep(layout, step);
      return own === null || holds(own);
    },
  };
}

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
export function atUnlock(
  layout: Layout,
  body: {
    readonly when?: (unlock: Unlock) => boolean;
    readonly holds: (unlock: Unlock) => boolean;
  },
): ReturnType<typeof ofTask> {
  const { when, holds } = body;
  return ofTask(layout, ["kexec_unlock"], {
    ...(when && { when: (own) => when(unlockOf(layout, own)) }),
    holds: (own) => holds(unlockOf(layout, own)),
  });
}

/** Whether a load has installed its own image, or an unload emptied its slot. */
export function isDone({ request, slot, allocated }: Unlock): boolean {
  return isUnload(request) ? slot === 0 : slot !== 0 && slot === allocated;
}

export function unlockOf(layout: Layout, own: TaskStep): Unlock {
  const { before: mem, task, plan } = own;
  return {
    mem,
    request: plan.request,
    allocated: taskByte(layout, mem, task, ALLOCATED),
    displaced: taskByte(layout, mem, task, DISPLACED),
    slot: get(mem, slotOf(layout, mem, task)),
    result: resultOf(layout, mem, task),
  };
}

/** A byte of a task's variables. */
export function taskByte(layout: Layout, mem: Mem, task: number, variable: number): number {
  return get(mem, taskAt(layout, task) + variable);
}

export function isLive(layout: Layout, mem: Mem, image: number): boolean {
  return statusOf(layout, mem, image) === imageStatus.LIVE;
}

/** The two slots. */
export const slots = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE] as const;

/** The images in the two slots. */
export function installedImages(mem: Mem): number[] {
  return slots.map((slot) => get(mem, slot)).filter((image) => image !== 0);
}

/** Every frame of a layout; the list is made once. */
export function pfns(layout: Layout): readonly Pfn[] {
  return framesOf(layout).all;
}

/** Every task of a layout; the list is made once. */
export function tasksOf(layout: Layout): readonly number[] {
  return framesOf(layout).tasks;
}

/** The frames of the crash region as it was reserved. */
export function regionPfns(layout: Layout): readonly Pfn[] {
  return framesOf(layout).region;
}

interface Frames {
  readonly images: readonly number[];
  readonly all: readonly Pfn[];
  readonly region: readonly Pfn[];
  readonly tasks: readonly number[];
}

const known = new WeakMap<Layout, Frames>();

function framesOf(layout: Layout): Frames {
  let frames = known.get(layout);
  if (!frames) {
    const all = Array.from({ length: layout.frames }, (_, pfn) => pfn);
    const tasks = Array.from({ length: layout.bounds.tasks }, (_, task) => task);
    const images = Array.from({ length: layout.imagesMax }, (_, i) => i + 1);
    frames = { all, region: all.slice(layout.bounds.frames), tasks, images };
    known.set(layout, frames);
  }
  return frames;
}

/** Every image that can exist, by its reference; the list is made once. */
export function imagesOf(layout: Layout): readonly number[] {
  return framesOf(layout).images;
}

/** Whether a kernel has a feature. */
export function has(layout: Layout, feature: Feature): boolean {
  return layout.bounds.features.includes(feature);
}

/** A claim about what only kernels with a feature do. */
export function onlyWith(
  layout: Layout,
  feature: Feature,
  property: KexecProperty,
): readonly KexecProperty[] {
  return has(layout, feature) ? [property] : [];
}

/** B2 is a known violation of every kernel that frees after the unlock. */
export function unlessFixed(layout: Layout, reason: string): Expectation {
  if (has(layout, "frees-before-unlock")) return { kind: "holds" };
  return { kind: "known-violation", id: "B2", reason };
}

/** B2 kills in kernels that make the control code page read-only. */
export function unlessLethal(layout: Layout, reason: string): Expectation {
  return has(layout, "control-page-rox") ? unlessFixed(layout, reason) : { kind: "holds" };
}
