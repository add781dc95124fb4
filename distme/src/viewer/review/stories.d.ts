import type { KernelName } from "../../model/worlds.ts";
import type { StoryTrace } from "./parts.ts";
/**
 * The shortest run of each story on a kernel, found by the checker when the page is made.
 *
 * @throws Error for a story that the kernel does not tell any more
 */
export declare function tellStories(kernel: KernelName, tool: string): StoryTrace[];
