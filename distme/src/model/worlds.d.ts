import { type KernelName } from "./kernels.ts";
import type { PresetName, World } from "./world.ts";
export type { KernelName } from "./kernels.ts";
export { kernels } from "./kernels.ts";
export type { PresetName, World } from "./world.ts";
export { presets } from "./world.ts";
/** The worlds of a preset. */
export declare function worldsOf(preset: PresetName, kernel: KernelName): World[];
/**
 * Small worlds that take every transition together: tests are made from them. Each lets a run end
 * with both slots empty.
 */
export declare function suiteWorlds(kernel: KernelName): World[];
