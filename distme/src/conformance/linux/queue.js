/** Runs jobs one after the other, in the order they came, whether they fail or not. */
export function createQueue() {
    let last = Promise.resolve();
    return (job) => {
        const result = last.then(job);
        last = result.catch(() => { });
        return result;
    };
}
//# sourceMappingURL=queue.js.map