import type { Pfn } from "../../../memory/bounds.ts";
import { isAllocatable, isFree } from "../../../memory/frames.ts";
import { localImage } from "../../../memory/kimage.ts";
import type { Layout, Mem } from "../../../memory/layout.ts";
import { isOverLimit, isPlainFrame } from "../../../memory/pages.ts";
import { literalName, taskRegion } from "../../../model/compose.ts";
import type { KexecState } from "../../../model/simulation.ts";
import type { KernelTrace } from "./trace-call.ts";

/** A state of the model that a kernel may be in, and what stands for what in it. */
export interface Tracked {
  readonly state: KexecState;
  /** Kernel's frame -> model's frame, for those that the page allocator gave. */
  readonly frames: ReadonlyMap<Pfn, Pfn>;
  /** Address of a `struct kimage` -> the model's reference. */
  readonly images: ReadonlyMap<bigint, number>;
  /** Kernel's frame behind the last control page of the crash image that is loaded. */
  readonly nextHole: Pfn;
  /** Whether the control page that is being allocated is one more than the model has. */
  readonly isExtra: boolean;
  /** Transitions that were taken on every way that leads here. */
  readonly taken: ReadonlySet<string>;
}

/** A state of which nothing is known but itself. */
export function trackedFrom(state: KexecState): Tracked {
  return {
    state,
    frames: new Map(),
    images: new Map(),
    nextHole: 0,
    isExtra: false,
    taken: new Set(),
  };
}

/** The model's state that a task is in, as the statechart's literal names it. */
export function leafOf({ state }: Tracked, task: number): string {
  const region = `${taskRegion(task)}.`;
  return literalName(state.configuration.leaves.find((leaf) => leaf.startsWith(region)) ?? "");
}

/** Whether two are the same for everything that can follow. */
export function keyOf({ state, frames, images, nextHole, isExtra }: Tracked): string {
  const bound = [...frames].sort(([a], [b]) => a - b).join(";");
  const mem = Buffer.from(state.context.mem).toString("hex");
  return `${state.configuration.id} ${mem} ${bound} ${[...images].join(";")} ${nextHole} ${isExtra}`;
}

/** What a kernel's frame is in the model. */
export type ModelFrame =
  | { readonly kind: "frame"; readonly frame: Pfn }
  /** A destination of the kernel's request that the model's has not got. */
  | { readonly kind: "unmodelled" }
  /** The model has no frame left that could stand for it. */
  | { readonly kind: "none" };

/** The destination of the call that a kernel's frame is; null when it is none. */
export function destinationIn(
  { segments }: KernelTrace,
  layout: Layout,
  { request, frame }: { readonly request: number; readonly frame: Pfn },
): ModelFrame | null {
  for (const [i, { start, pages, modelled }] of segments.entries()) {
    if (frame < start || frame >= start + pages) continue;
    const page = modelled.get(frame - start);
    const plan = page === undefined ? undefined : layout.plans[request]?.segments[i]?.pages[page];
    return plan ? { kind: "frame", frame: plan.destination } : { kind: "unmodelled" };
  }
  return null;
}

/**
 * The model's frame that stands for what the page allocator gave: the destination that it is, or
 * one that no request names, or at least none that is a destination of this image.
 */
export function frameFor(
  { state, frames }: Tracked,
  trace: KernelTrace,
  { layout, given }: { readonly layout: Layout; readonly given: readonly Pfn[] },
): ModelFrame {
  const { mem } = state.context;
  for (const frame of given) {
    const own = destinationIn(trace, layout, { request: trace.request, frame });
    if (own) return own;
  }
  for (const frame of given) {
    const bound = frames.get(frame);
    if (bound !== undefined && !isFree(layout, mem, bound)) return { kind: "frame", frame: bound };
  }
  const frame = spareFrame(layout, mem, trace.task);
  return frame === null ? { kind: "none" } : { kind: "frame", frame };
}

/** A free frame that is no destination of the image that a task loads. */
export function spareFrame(layout: Layout, mem: Mem, task: number): Pfn | null {
  const image = localImage(layout, mem, task);
  const free = Array.from({ length: layout.bounds.frames }, (_, pfn) => pfn).filter(
    (pfn) =>
      isAllocatable(layout, mem, pfn) &&
      (image === 0 ? !isOverLimit(layout, pfn) : isPlainFrame(layout, mem, image, pfn)),
  );
  return free.find((pfn) => layout.isInterchangeable[pfn]) ?? free[0] ?? null;
}
