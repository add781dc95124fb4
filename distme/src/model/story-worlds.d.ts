import { type KernelName } from "./kernels.ts";
import type { World } from "./world.ts";
/**
 * Worlds to walk in and to tell stories from: everything that one caller can do, in one place. No
 * preset holds them: nothing is claimed of them that smaller worlds do not show.
 */
export declare function storyWorlds(kernel: KernelName): World[];
