import type { KernelState, Kimage } from "./state.ts";
/**
 * Plays the moves that follow a jump to the image, on a copy of memory.
 *
 * @returns for each destination page, by address, the bytes that it then holds
 * @throws Error when the list does not end with IND_DONE
 */
export declare function relocate({ memory, config }: KernelState, image: Kimage): Map<bigint, Uint8Array>;
