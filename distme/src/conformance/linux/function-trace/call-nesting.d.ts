import type { KernelEvent } from "./kernel-events.ts";
/** An event, and the recorded function that is at work around it. */
export interface PlacedEvent {
    readonly index: number;
    readonly event: KernelEvent;
    /** Null: user space called. */
    readonly caller: string | null;
}
export interface CallNesting {
    readonly placed: readonly PlacedEvent[];
    /** The first event that cannot be where it is, or null. */
    readonly fault: {
        readonly index: number;
        readonly why: string;
    } | null;
}
/** Finds out which function calls which. */
export declare function nestCalls(events: readonly KernelEvent[]): CallNesting;
/** Everybody calls the page allocator: leaves out what it does for others than kexec. */
export declare function withoutForeignPages(events: readonly KernelEvent[]): readonly KernelEvent[];
