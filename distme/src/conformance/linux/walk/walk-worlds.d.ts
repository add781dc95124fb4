import { type KernelName, type World } from "../../../model/worlds.ts";
/**
 * The worlds of long walks: one of their own, and those that the checker explores as far as a walk
 * gets anywhere in them with ordinary calls alone: what is loaded can be unloaded.
 */
export declare function walkWorlds(kernel: KernelName): World[];
