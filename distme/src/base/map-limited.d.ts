/**
 * Does a job for every item, at most `limit` at once, in the order of the items.
 *
 * When one fails, no other is begun.
 */
export declare function mapLimited<Item, Result>(items: readonly Item[], limit: number, job: (item: Item) => Promise<Result>): Promise<Result[]>;
