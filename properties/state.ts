import type { KexecContext, KexecEvent } from "../machines/events.ts";
import type { Pfn } from "../src/memory/bounds.ts";
import { slotOf } from "../src/memory/call.ts";
import { inRegion } from "../src/memory/frames.ts";
import { statusOf } from "../src/memory/kimage.ts";
import type { RequestPlan } from "../src/memory/layout.ts";
import {
  get,
  imageStatus,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  type Mem,
  planOf,
  taskAt,
} from "../src/memory/layout.ts";
import type { MutantName } from "../src/model/mutants.ts";
import type { Always, AlwaysStep, Sometimes, StepView } from "../src/xstate/property.ts";

/** A property of the kexec model: it has a source, and a promise names the mutant that breaks it. */
export type KexecProperty = (
  | Always<KexecContext>
  | AlwaysStep<KexecContext, KexecEvent>
  | Sometimes<KexecContext>
) & { readonly source: string } & (
    | { readonly kind: "sometimes" }
    | { readonly expect: { readonly kind: "weakness" } }
    | { readonly refutedBy: MutantName }
  );

export type KexecStep = StepView<KexecContext, KexecEvent>;

/** Makes the properties of one theme for a world's layout. */
export type Theme = (layout: Layout) => readonly KexecProperty[];

/** One task's part in a step. */
export interface TaskStep {
  readonly task: number;
  readonly type: KexecEvent["type"];
  readonly before: Mem;
  readonly after: Mem;
  readonly plan: RequestPlan;
}

/**
 * A step of a task that is in a call, or null for any other step.
 *
 * @param types only steps of these events
 */
export function taskStep(
  layout: Layout,
  step: KexecStep,
  ...types: readonly KexecEvent["type"][]
): TaskStep | null {
  const { event } = step;
  if (!("task" in event) || event.type === "kexec_load") return null;
  if (types.length > 0 && !types.includes(event.type)) return null;
  const before = step.before.context.mem;
  return {
    task: event.task,
    type: event.type,
    before,
    after: step.after.context.mem,
    plan: planOf(layout, before, event.task),
  };
}

/** A byte of a task's variables. */
export function taskByte(layout: Layout, mem: Mem, task: number, variable: number): number {
  return get(mem, taskAt(layout, task) + variable);
}

/** What the slot of a task's request holds in `mem`. */
export function slotImage(layout: Layout, step: TaskStep, mem: Mem): number {
  return get(mem, slotOf(layout, step.before, step.task));
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

/** The frames of the crash region. */
export function regionPfns(layout: Layout): readonly Pfn[] {
  return framesOf(layout).region;
}

interface Frames {
  readonly all: readonly Pfn[];
  readonly region: readonly Pfn[];
}

const known = new WeakMap<Layout, Frames>();

function framesOf(layout: Layout): Frames {
  let frames = known.get(layout);
  if (!frames) {
    const all = Array.from({ length: layout.frames }, (_, pfn) => pfn);
    frames = { all, region: all.filter((pfn) => inRegion(layout, pfn)) };
    known.set(layout, frames);
  }
  return frames;
}
