import { type Answer, type Deed } from "./deed.ts";
import { type Kernel, type KernelState } from "./kernel.ts";
/** What came of a deed. */
export interface Run {
    readonly after: KernelState;
    /** What the call returned, or how it ended otherwise; null when nobody is told anything. */
    readonly result: string | null;
    /** Whether the deed's answer was asked for, or its stop met. */
    readonly reached: boolean;
    /** What else could have happened on the way, by its name. */
    readonly turns: ReadonlyMap<string, Turn>;
}
/** The same of two kernels. */
export interface Both<T> {
    readonly a: T;
    readonly b: T;
}
/** A moment of a call in which something else could have happened. */
export interface Turn {
    readonly answer: Answer;
    readonly before: KernelState;
}
/** Does one deed to a kernel. Where the kernel does not decide, what succeeds happens. */
export declare function perform(kernel: Kernel, from: KernelState, deed: Deed): Run;
/** The same call, answered in another way; where nobody asks, nothing is different. */
export declare function answered(kernel: Kernel, run: Run, answer: Answer): Run;
export declare function answerName({ at, event }: Answer): string;
