import { type Memory } from "./memory.ts";
import type { Profile } from "./profiles.ts";
import type { KernelState, Kimage } from "./state.ts";
/** A page to move: where it is, and where it belongs. */
export interface Move {
    readonly source: bigint;
    readonly destination: bigint;
}
/**
 * The pages that a jump to an image moves, each found in memory as the moves before it have left
 * it: a list page that was overwritten is followed as what it is now. A crash image has none.
 *
 * @returns whether the list ended with IND_DONE; if not, nobody knows what the CPU does next
 * @source arch/x86/kernel/relocate_kernel_64.S:swap_pages
 */
export declare function movesOf(memory: Memory, image: Kimage): Generator<Move, boolean>;
/** Whether pages change places, so that what they replace is not lost. */
export declare function exchangesPages({ relocationCopies }: Profile, image: Kimage): boolean;
/**
 * Moves one page. The CPU reads and writes physical memory here: no page is read-only.
 *
 * To exchange two pages it takes the swap page: source to swap page, destination to source, swap
 * page to destination.
 */
export declare function movePage({ memory, config }: Pick<KernelState, "memory" | "config">, image: Kimage, move: Move): void;
