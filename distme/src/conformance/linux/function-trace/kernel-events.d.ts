import type { Pfn } from "../../../memory/bounds.ts";
import type { Reply } from "../protocol.ts";
/** A function of the kernel is entered, or returns. */
export type KernelEvent = Entered | Returned;
interface Entered {
    readonly kind: "enter";
    readonly function: string;
    /** The agent's task, or null for another process of it. */
    readonly task: number | null;
    /** What its probe fetches, unsigned. */
    readonly args: readonly bigint[];
}
interface Returned {
    readonly kind: "return";
    readonly function: string;
    readonly task: number | null;
    /** The register of the return value, unsigned: all of it, whatever the function's type. */
    readonly value: bigint;
}
/** What was recorded, oldest first. */
export interface Recording {
    readonly events: readonly KernelEvent[];
    /** Events that the kernel's buffer had no room for. */
    readonly lost: number;
}
/**
 * The events of a reply of the agent: words `enter,FUNCTION,PID,ARGUMENT...` and
 * `return,FUNCTION,PID,VALUE`, numbers hexadecimal; and words `TASK,PID`.
 */
export declare function parseEvents(reply: Reply): KernelEvent[];
/** The frame that a `struct page *` means; null for NULL. */
export declare function frameOfPage(page: bigint): Pfn | null;
/** A function's value, which is an int: 0 or a negated error number. */
export declare function intOf(value: bigint): number;
/** An event as a person reads it: `kimage_alloc_page returns frame 4711`. */
export declare function eventText(event: KernelEvent): string;
export {};
