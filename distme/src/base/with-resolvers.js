/** A promise and its ends: `Promise.withResolvers`, which is newer than what we run on. */
export function withResolvers() {
    let resolve = () => { };
    let reject = () => { };
    const promise = new Promise((yes, no) => {
        resolve = yes;
        reject = no;
    });
    return { promise, resolve, reject };
}
//# sourceMappingURL=with-resolvers.js.map