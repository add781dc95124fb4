import { type Deed } from "./deed.ts";
import { type Difference } from "./difference.ts";
import type { Kernel } from "./kernel.ts";
import { type Theme } from "./scene.ts";
/** A deed after which two kernels differ, and how to get there. */
export interface Sighting {
    /** Deeds that both kernels did with the same results; the last one is where they differ. */
    readonly deeds: readonly Deed[];
    readonly difference: Difference;
}
/** What a search of one theme saw. */
export interface SearchResult {
    /** Fewest deeds first. */
    readonly sightings: readonly Sighting[];
    /** Pairs of states from which everything was tried. */
    readonly pairs: number;
}
/**
 * Drives two kernels in lockstep through every sequence of a theme's deeds, however long, breadth
 * first. It ends, since there are finitely many states between calls: some dozen pairs in a theme.
 *
 * Where users could tell the two apart, the search does not go on. A difference that only the
 * kernels themselves know is told, and the search goes on from there.
 */
export declare function search(a: Kernel, b: Kernel, theme: Theme): SearchResult;
