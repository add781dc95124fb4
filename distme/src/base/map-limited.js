/**
 * Does a job for every item, at most `limit` at once, in the order of the items.
 *
 * When one fails, no other is begun.
 */
export async function mapLimited(items, limit, job) {
    const results = [];
    const waiting = [...items.entries()];
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const [index, item] = next;
            try {
                results[index] = await job(item);
            }
            catch (error) {
                waiting.length = 0;
                throw error;
            }
        }
    };
    const workers = Array.from({ length: Math.min(limit, items.length) }, work);
    const ends = await Promise.allSettled(workers); // nothing of ours runs on when we return
    const failed = ends.find((end) => end.status === "rejected");
    if (failed)
        throw failed.reason;
    return results;
}
//# sourceMappingURL=map-limited.js.map