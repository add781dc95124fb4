import type { Pfn } from "../../../memory/bounds.ts";
import type { Layout, Mem } from "../../../memory/layout.ts";
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
export declare function trackedFrom(state: KexecState): Tracked;
/** The model's state that a task is in, as the statechart's literal names it. */
export declare function leafOf({ state }: Tracked, task: number): string;
/** Whether two are the same for everything that can follow. */
export declare function keyOf({ state, frames, images, nextHole, isExtra }: Tracked): string;
/** What a kernel's frame is in the model. */
export type ModelFrame = {
    readonly kind: "frame";
    readonly frame: Pfn;
}
/** A destination of the kernel's request that the model's has not got. */
 | {
    readonly kind: "unmodelled";
}
/** The model has no frame left that could stand for it. */
 | {
    readonly kind: "none";
};
/** The destination of the call that a kernel's frame is; null when it is none. */
export declare function destinationIn({ segments }: KernelTrace, layout: Layout, { request, frame }: {
    readonly request: number;
    readonly frame: Pfn;
}): ModelFrame | null;
/**
 * The model's frame that stands for what the page allocator gave: the destination that it is, or
 * one that no request names, or at least none that is a destination of this image.
 */
export declare function frameFor({ state, frames }: Tracked, trace: KernelTrace, { layout, given }: {
    readonly layout: Layout;
    readonly given: readonly Pfn[];
}): ModelFrame;
/** A free frame that is no destination of the image that a task loads. */
export declare function spareFrame(layout: Layout, mem: Mem, task: number): Pfn | null;
