import { type Memory } from "./memory.ts";
import type { KernelState, Kimage, Task } from "./state.ts";
import { type Steps } from "./step.ts";
/**
 * Says where the bytes of the pages added next belong.
 *
 * @returns 0 or -ENOMEM
 * @source kernel/kexec_core.c:kimage_set_destination
 */
export declare function kimageSetDestination(task: Task, image: Kimage, destination: bigint): Steps<number>;
/**
 * Puts a page's bytes on the list, for the next destination page.
 *
 * @returns 0 or -ENOMEM
 * @source kernel/kexec_core.c:kimage_add_page
 */
export declare function kimageAddPage(task: Task, image: Kimage, { frame, destination }: {
    readonly frame: number;
    readonly destination: bigint;
}): Steps<number>;
/** Goes on with the list on another page. */
export declare function linkListPage({ memory, config }: KernelState, image: Kimage, frame: number): void;
/** Puts a word where the list ends. */
export declare function storeEntry(memory: Memory, image: Kimage, word: bigint): void;
