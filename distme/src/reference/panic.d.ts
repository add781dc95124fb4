import type { KernelState, Task } from "./state.ts";
import { type Thread } from "./thread.ts";
/** What a panic adds to it. */
export declare const CRASHTIME: NodeJS.NonSharedUint8Array;
/** Where a panic begins. */
interface Beginning {
    /** The thread on whose CPU it happens; null is a CPU on which none of ours runs. */
    readonly on: Thread | null;
    readonly byOops: boolean;
    readonly newTask: () => Task;
}
/**
 * Begins a panic. The first CPU that panics goes on with it; any other one stops itself. The first
 * one may panic again, and starts anew with what it holds.
 *
 * @returns the thread of the panic; null when the CPU just stops, or nothing is left to do
 * @throws Error when no CPU is left on which that could happen
 */
export declare function beginPanic(kernel: KernelState, { on, byOops, newTask }: Beginning): Thread | null;
export {};
