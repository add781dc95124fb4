/** What each item is covered by. */
export type Coverage = ReadonlyMap<string, ReadonlySet<string>>;
export interface Cover {
    readonly chosen: readonly string[];
    /** Whether no smaller set covers the same; false: the search was given up. */
    readonly smallest: boolean;
}
/**
 * A smallest set that covers every item that can be covered.
 *
 * What alone covers some item must be in it; for what is left, every choice is tried, the most
 * useful first, and given up where it cannot become smaller than the best one so far.
 */
export declare function smallestCover(coverage: Coverage): Cover;
/** What nothing else covers, by the one that does. */
export declare function coveredAlone(coverage: Coverage): Map<string, string[]>;
