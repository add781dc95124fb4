import type { KexecEvent, TaskEvent } from "../../../machines/events.ts";
import type { Layout } from "../../memory/layout.ts";
/** The task that makes whole calls, and the one that may be stopped inside a call meanwhile. */
export declare const caller = 0;
export declare const other = 1;
/** A step of a call, told by the C function that performs it: its nth one in that call. */
export interface Point {
    readonly type: KexecEvent["type"];
    readonly nth: number;
}
/**
 * How the environment answers a call where something fails: at one point an event happens that is
 * not the usual one. A fault stands instead of the step, a signal or an oops before it.
 */
export interface Answer {
    readonly at: Point;
    readonly event: KexecEvent;
}
/** Where a call of the other task is left, to be finished by a later deed. */
export type Stop = {
    readonly before: KexecEvent["type"];
} | {
    readonly after: KexecEvent["type"];
};
/** What fails in the other task's call, or null: it happens instead of the first step of its type. */
export type Fault = TaskEvent | null;
/** What is done to both kernels, as a whole. */
export type Deed = {
    readonly kind: "call";
    readonly enter: TaskEvent;
    readonly answer: Answer | null;
}
/** The other task begins a call, and does not come to its end. */
 | {
    readonly kind: "begin";
    readonly enter: TaskEvent;
    readonly stop: Stop;
    readonly fault: Fault;
}
/** ... and now it does. */
 | {
    readonly kind: "finish";
}
/** What is done by nobody in particular: a sysctl is written, a CPU comes, a CPU panics. */
 | {
    readonly kind: "event";
    readonly event: KexecEvent;
};
/** Events that begin something new. */
export declare const entries: ReadonlySet<KexecEvent["type"]>;
/** What comes before a step of a call and is none itself. */
export declare function isInterrupt({ type }: KexecEvent): boolean;
/** The deed as a person reads it, without the answer. */
export declare function deedLabel(layout: Layout, deed: Deed): string;
/** What fails, or null when nothing does. */
export declare function answerLabel(layout: Layout, deed: Deed): string | null;
