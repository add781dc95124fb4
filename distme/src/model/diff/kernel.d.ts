import type { KexecEvent } from "../../../machines/events.ts";
import type { Feature } from "../../memory/bounds.ts";
import type { Layout, Mem } from "../../memory/layout.ts";
/** Says of an event whether somebody wants it to happen now. */
export type Wish = (event: KexecEvent) => boolean;
/** A state of a kernel; it is never changed. */
export interface KernelState {
    readonly mem: Mem;
    /** Whether the node with this path is active. */
    readonly has: (path: string) => boolean;
    /** The steps that are wanted and possible. */
    readonly steps: (wanted: Wish) => readonly KernelStep[];
    /** The same for all states that differ by symmetry only. */
    readonly key: () => string;
}
export interface KernelStep {
    readonly event: KexecEvent;
    readonly to: () => KernelState;
}
/** One kernel, told by its features, ready to be driven. */
export interface Kernel {
    readonly features: readonly Feature[];
    readonly layout: Layout;
    readonly initial: KernelState;
    /** The kernel's own object for an event; null: an older kernel may lack the file or the hook. */
    readonly own: (event: KexecEvent) => KexecEvent | null;
}
/** A kernel whose statechart is compiled: slow to make, and quick to drive. */
export declare function compiledKernel(features: readonly Feature[]): Kernel;
/** A kernel that XState steps: quick to make, and slow to drive. */
export declare function interpretedKernel(features: readonly Feature[]): Kernel;
/** Two kernels have each their own objects for the same event. */
export declare function nameOf(event: KexecEvent): string;
