import type { Configuration } from "../src/xstate/configuration.ts";
import { type Theme } from "./state.ts";
/**
 * Which C function a call comes to next: the order of the source, stated a second time, from what
 * memory holds and without a word of the statechart's states.
 */
export declare const order: Theme;
/** The functions that a task may come to next, in alphabetical order. */
type Functions = string;
/** Event types that a task's own states handle, but for what may happen to it anywhere. */
export declare function functionsOf(configuration: Configuration, task: number): Functions;
export {};
