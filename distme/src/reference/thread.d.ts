import type { Task } from "./state.ts";
import type { Decision, StepRecord, Steps } from "./step.ts";
/** A system call under way, or another thread in the kernel. */
export interface Thread {
    readonly id: number;
    /** The step that it stands before; null when it has returned or is gone. */
    readonly step: StepRecord | null;
    /** Whether it has returned. */
    readonly done: boolean;
    /** 0 or a negated error number; null until the thread has returned. */
    readonly result: number | null;
    /** Whether it can never go on, and never returned: it keeps what it holds. */
    readonly gone: boolean;
    /** Whether it cannot go on now: a lock is held, or its CPU does not run, or it is frozen. */
    readonly blocked: boolean;
    /**
     * Performs the step that the thread stands before.
     *
     * @param decision what the environment decides for it; left out, a step that may fail succeeds
     * @returns the next step, or null when the thread has returned or is gone
     * @throws Error when the thread is blocked or the decision is impossible; nothing has happened
     *   then
     */
    next(decision?: Decision): StepRecord | null;
    /** Sends SIGKILL: a normal load gets no more pages. Copies fail only as decided. */
    kill(): void;
    /** Stops it where it stands, for good: it hit a bug, or its CPU has something worse to do. */
    oops(): void;
}
/**
 * Makes a thread and runs it up to its first step.
 *
 * @param steps what it does; it ends with null if it does not return
 */
export declare function createThread(task: Task, steps: Steps<number | null>): Thread;
