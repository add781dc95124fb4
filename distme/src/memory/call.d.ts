import { type Layout, type Mem } from "./layout.ts";
import { type SystemCall } from "./request.ts";
/** What one system call carries from its entry to its return. */
/** @param request index into bounds.requests */
export declare function enterCall(layout: Layout, mem: Mem, task: number, request: number): void;
/** @param call index into bounds.calls */
export declare function enterOtherCall(layout: Layout, mem: Mem, task: number, call: number): void;
/** Whether a task is inside a system call. */
export declare function isInCall(layout: Layout, mem: Mem, task: number): boolean;
/** Whether a task is inside kexec_load or kexec_file_load. */
export declare function isLoading(layout: Layout, mem: Mem, task: number): boolean;
/** The call of another door that a task is in, or null. */
export declare function otherCallOf(layout: Layout, mem: Mem, task: number): SystemCall | null;
/** The size that a task writes to the crash size, in bytes; null for a text that is no number. */
export declare function askedSize(layout: Layout, mem: Mem, task: number): bigint | null;
/** The call returns to user space, or its killed task is gone; the next one starts clean. */
export declare function leaveCall(layout: Layout, mem: Mem, task: number): void;
/** A result from here on is a positive number that the call returns, this one taken off. */
export declare const pastErrnos = 100;
/** What a call returns: 0, a negated error number, or (B4) a positive number. */
export declare function returnValue(result: number): number;
/** Whether some other task is inside a system call. */
export declare function othersInCalls(layout: Layout, mem: Mem, task: number): boolean;
/**
 * The task never goes on. Of what it knew only the image is left, which is reachable through
 * nothing else; the lock and system_transition_mutex stay as they are.
 */
export declare function loseTask(layout: Layout, mem: Mem, task: number): void;
/** How far a jump has stopped the machine: see `jumping`. */
export declare function setJumping(mem: Mem, how: number): void;
export declare function isJumping(mem: Mem): boolean;
/** Whether a jump has left one CPU alone, with nothing to interrupt it. */
export declare function isAlone(mem: Mem): boolean;
/** The task that holds system_transition_mutex, or -1. */
export declare function transitionHolder(mem: Mem): number;
/** @param errno the positive error number that ends the call */
export declare function setResult(layout: Layout, mem: Mem, task: number, errno: number): void;
export declare function resultOf(layout: Layout, mem: Mem, task: number): number;
export declare function isKilled(layout: Layout, mem: Mem, task: number): boolean;
export declare function markKilled(layout: Layout, mem: Mem, task: number): void;
/** The slot that a task's request is about: an offset into the state. */
export declare function slotOf(layout: Layout, mem: Mem, task: number): number;
/** A load takes the lock, and notes what its slot holds now: properties ask at the unlock. */
export declare function takeLock(layout: Layout, mem: Mem, task: number): void;
